import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { type Day, formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { refuseReminder } from "@/lib/selection/reminder";
import type { Reminders } from "@/lib/store/reminders";

/** "Reminded twice, last on 9 February 2027." */
export function remindedInWords(reminders: Reminders | null): string {
  if (!reminders) return "Not reminded yet.";
  const { count, lastOn } = reminders;
  const often = count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
  return `Reminded ${often}, last on ${formatDay(lastOn)}.`;
}

/** Asks a body for its answer again: by a message where it is on CertTrail, by a mail or by words to send where it is not. */
export function RemindPanel({
  body,
  reminders,
  recipient,
  hidden,
  today,
  mails,
  remind,
}: {
  body: { name: string; connected: boolean };
  reminders: Reminders | null;
  /** Who had the last answer link, where somebody had one. */
  recipient: string | null;
  hidden: Record<string, string>;
  today: Day;
  /** Whether this installation sends mail. */
  mails: boolean;
  remind: FormAction;
}) {
  const pause = refuseReminder(body.name, reminders?.lastOn ?? null, today);
  return (
    <Card title={`Remind ${body.name}`} id="remind">
      <div className="space-y-4">
        <p>
          {remindedInWords(reminders)} {pause && <span className="text-muted">{pause}</span>}
        </p>
        <ServerForm
          action={remind}
          hidden={hidden}
          submitLabel={`Remind ${body.name}`}
          submitVariant="secondary"
        >
          {body.connected ? (
            <p className="max-w-read text-muted">
              Its planners get a message on CertTrail{mails ? " and by mail" : ""}.
            </p>
          ) : (
            <>
              <p className="max-w-read text-muted">
                You get the words to send to {recipient ?? "the body"} yourself
                {mails && recipient ? ", or CertTrail mails a new link" : ""}.
              </p>
              {recipient && (
                <CheckboxField
                  name="withLink"
                  label={`With a new link for ${recipient}`}
                  hint="The link you made before is kept nowhere, so it cannot be shown again. It ends with the new one."
                />
              )}
              {recipient && mails && (
                <TextField
                  name="mailTo"
                  label="Mail the new link to"
                  hint="Empty: you copy the words instead."
                  type="email"
                  optional
                />
              )}
            </>
          )}
        </ServerForm>
      </div>
    </Card>
  );
}
