import { addDays, type Day, formatDay, isBefore } from "../day";

/** A body has so many days to answer before it is reminded again: one that is asked every day stops reading. */
export const REMINDER_PAUSE_DAYS = 2;

/** Why a body cannot be reminded today; null when it can. */
export function refuseReminder(body: string, lastOn: Day | null, today: Day): string | null {
  if (lastOn === null) return null;
  const againOn = addDays(lastOn, REMINDER_PAUSE_DAYS);
  if (!isBefore(today, againOn)) return null;
  return `${body} was reminded on ${formatDay(lastOn)}. Remind it again from ${formatDay(againOn)}.`;
}

export interface ReminderFacts {
  client: string;
  project: string;
  standard: string;
  /** Who at the body is written to, where somebody is known. */
  recipient: string | null;
  dueOn: Day | null;
  today: Day;
  /** A link by which the body can answer, with the day until which it opens. */
  link: { address: string; lastDay: Day } | null;
  /** Whether a link that was sent before still opens. */
  hasOpenLink: boolean;
}

/** What a client can send to a body that is not on CertTrail, as one text: the subject stands in its first line. */
export function reminderText({
  client,
  project,
  standard,
  recipient,
  dueOn,
  today,
  link,
  hasOpenLink,
}: ReminderFacts): string {
  const due = dueOn && `The answer ${isBefore(dueOn, today) ? "was" : "is"} due by ${formatDay(dueOn)}.`;
  return [
    `Subject: Your proposal for ${standard}, ${client}`,
    "",
    recipient ? `Dear ${recipient},` : "Dear Sir or Madam,",
    "",
    `we asked you for a proposal for the certification of ${project} to ${standard} and have no answer from you yet.`,
    [due, "Tell us too if you do not want to propose."].filter(Boolean).join(" "),
    ...(link
      ? ["", `You can answer here until ${formatDay(link.lastDay)}, without an account:`, link.address]
      : [
          "",
          hasOpenLink
            ? "The link that we sent you before still opens our request."
            : "Send us your offer as a document, or ask us for a link to answer by.",
        ]),
    "",
    client,
  ].join("\n");
}
