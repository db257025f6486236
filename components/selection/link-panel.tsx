import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay, formatInstant } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { LinkUse, ShownLink } from "@/lib/store/answer-links";

const useNames: Record<LinkUse, string> = {
  opened: "Opened",
  answered: "Proposal sent",
  declined: "Declined",
  asked: "Question asked",
  downloaded: "Document of the request downloaded",
};

const stateNames: Record<ShownLink["state"], string> = {
  open: "Open",
  ended: "Past its last day",
  revoked: "Ended",
};

/** The private link by which a body answers that is not on CertTrail: its state, its uses, a new one, an end. */
export function LinkPanel({
  bodyName,
  link,
  hidden,
  lastDay,
  timeZone,
  make,
  revoke,
}: {
  bodyName: string;
  link: ShownLink | null;
  hidden: Record<string, string>;
  /** What the form proposes. */
  lastDay: Day | null;
  timeZone: string;
  /** Null once answers are no longer taken; then there is nothing to make or to end. */
  make: FormAction | null;
  revoke: FormAction;
}) {
  if (!link && !make) return null;
  return (
    <Card
      title="Answer link"
      id="link"
      actions={
        link && <Pill kind={link.state === "open" ? "success" : "neutral"}>{stateNames[link.state]}</Pill>
      }
    >
      <div className="space-y-4">
        {link ? (
          <LinkHistory link={link} timeZone={timeZone} />
        ) : (
          <p className="max-w-read text-muted">
            {bodyName} is not on CertTrail. With a private link it can read the request, ask questions and
            fill in its offer itself, without an account.
          </p>
        )}
        {make && (
          <ServerForm
            action={make}
            hidden={hidden}
            submitLabel={link ? "Make a new link" : "Make answer link"}
            submitVariant="secondary"
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name="recipient"
                label="For whom"
                hint="Name of the person. What comes through the link is recorded as this person's act."
                defaultValue={link?.recipient ?? ""}
              />
              <DateField name="lastDay" label="Opens until" defaultValue={lastDay ?? ""} />
            </div>
            {link?.state === "open" && (
              <p className="text-muted">The link that is open now ends with a new one.</p>
            )}
          </ServerForm>
        )}
        {make && link?.state === "open" && (
          <ServerForm action={revoke} hidden={hidden} submitLabel="End link" submitVariant="secondary" />
        )}
      </div>
    </Card>
  );
}

function LinkHistory({ link, timeZone }: { link: ShownLink; timeZone: string }) {
  const { recipient, madeAt, lastDay, uses } = link;
  return (
    <div className="space-y-2">
      <p>
        Made for {recipient} on {formatInstant(madeAt, timeZone)}, opens until {formatDay(lastDay)}.
      </p>
      {uses.length === 0 ? (
        <p className="text-muted">Not opened yet.</p>
      ) : (
        <ul className="text-muted">
          {uses.map(({ what, at }) => (
            <li key={`${what} ${at.toISOString()}`}>
              {useNames[what]}, {formatInstant(at, timeZone)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
