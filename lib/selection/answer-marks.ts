import { type Day, formatDay, isAfter } from "../day";

/** What of an answer depends on days: when it came, until when it stands. */
export interface AnswerDays {
  declined: boolean;
  receivedOn: Day;
  validUntil: Day | null;
}

export interface AnswerMark {
  kind: "late" | "ended";
  /** In a pill: "Came late". */
  word: string;
  /** The same with its day. */
  sentence: string;
}

/** What a reader has to know of the days of an answer. A late one counts all the same, one past its validity is not lost. */
export function marksOf({ declined, receivedOn, validUntil }: AnswerDays, dueOn: Day | null, today: Day) {
  const marks: AnswerMark[] = [];
  if (dueOn !== null && isAfter(receivedOn, dueOn)) {
    const sentence = `It came on ${formatDay(receivedOn)}; answers were due by ${formatDay(dueOn)}. It counts all the same.`;
    marks.push({ kind: "late", word: "Came late", sentence });
  }
  if (!declined && validUntil !== null && isAfter(today, validUntil)) {
    const sentence = `The offer was valid until ${formatDay(validUntil)}. It can be renewed by stating a later day.`;
    marks.push({ kind: "ended", word: "Offer ended", sentence });
  }
  return marks;
}
