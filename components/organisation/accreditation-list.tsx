import { AccreditationFields } from "@/components/organisation/accreditation-fields";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import { type Day, formatDay, isAfter, isBefore } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { type Accreditation, daysToLapse, sayRecognition } from "@/lib/selection/accreditation-gate";

type Held = Accreditation & { id: string };

interface Acts {
  save: FormAction;
  remove: FormAction;
  hidden: Record<string, string>;
}

/** The accreditations of a body, each with how it stands today; with `acts` for who keeps the entry. */
export function AccreditationList({
  held,
  today,
  warnings,
  acts,
}: {
  held: readonly Held[];
  today: Day;
  /** What has to be known of the end of each, by its id (warnOfLapses). */
  warnings: ReadonlyMap<string, readonly string[]>;
  acts?: Acts;
}) {
  return (
    <div className="space-y-4">
      {held.length === 0 && (
        <p className="text-muted">
          No accreditation is known. Without one the certificate may not be recognised.
        </p>
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {held.map((one) => (
          <li key={one.id} className="min-w-0">
            <AccreditationCard one={one} today={today} warnings={warnings.get(one.id) ?? []} acts={acts} />
          </li>
        ))}
      </ul>
      {acts && (
        <Card>
          <details>
            <summary className="w-fit py-0.5 text-link underline underline-offset-3">
              Add an accreditation
            </summary>
            <div className="pt-4">
              <ServerForm action={acts.save} hidden={acts.hidden} submitLabel="Add accreditation">
                <AccreditationFields />
              </ServerForm>
            </div>
          </details>
        </Card>
      )}
    </div>
  );
}

function StandingPill({ one, today }: { one: Accreditation; today: Day }) {
  if (one.validTo && isBefore(one.validTo, today)) return <Pill kind="danger">Ended</Pill>;
  if (one.validFrom && isAfter(one.validFrom, today)) return <Pill kind="info">Not started</Pill>;
  const left = daysToLapse(one.validTo, today);
  if (left !== null) return <Pill kind="warning">Ends in {left === 1 ? "1 day" : `${left} days`}</Pill>;
  return <Pill kind="success">Valid</Pill>;
}

function AccreditationCard({
  one,
  today,
  warnings,
  acts,
}: {
  one: Held;
  today: Day;
  warnings: readonly string[];
  acts?: Acts;
}) {
  return (
    <Card title={one.scheme} actions={<StandingPill one={one} today={today} />}>
      {warnings.length > 0 && (
        <ul className="space-y-1 pb-3 font-medium text-warning-fg">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <SummaryList
        items={[
          { term: "Accreditation body", value: one.accreditationBody },
          { term: "Number", value: one.number },
          { term: "Valid from", value: one.validFrom && formatDay(one.validFrom) },
          { term: "Valid to", value: one.validTo && formatDay(one.validTo) },
          { term: "Recognition", value: sayRecognition(one.recognition) },
          { term: "Checked", value: one.checkedOn && sayChecked(one.checkedOn, one.checkedBy) },
          {
            term: "Source",
            value: one.sourceUrl && (
              <a
                href={one.sourceUrl}
                rel="noreferrer noopener nofollow"
                target="_blank"
                className="break-all"
              >
                {one.sourceUrl}
              </a>
            ),
          },
        ]}
      />
      {acts && (
        <details className="mt-3">
          <summary className="w-fit py-0.5 text-link underline underline-offset-3">
            Change {one.scheme}, {one.number}
          </summary>
          <div className="space-y-6 pt-4">
            <ServerForm
              action={acts.save}
              hidden={{ ...acts.hidden, accreditation: one.id }}
              submitLabel="Save accreditation"
              keepsFields
            >
              <AccreditationFields held={one} />
            </ServerForm>
            <ServerForm
              action={acts.remove}
              hidden={{ ...acts.hidden, accreditation: one.id }}
              submitLabel="Remove accreditation"
              submitVariant="quiet"
              confirm={{
                title: "Remove this accreditation?",
                text: "Remove it only if it was entered by mistake. One that ended stays, with its last day.",
                label: "Remove accreditation",
              }}
            />
          </div>
        </details>
      )}
    </Card>
  );
}

function sayChecked(on: Day, by: string | null): string {
  return by ? `${formatDay(on)} by ${by}` : formatDay(on);
}
