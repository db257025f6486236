import { competenceNames } from "@/components/organisation/competence-words";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { DateField } from "@/components/ui/value-fields";
import { addDays, type Day, today as dayAt, isAfter, isOnOrBefore } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { competenceKinds } from "@/lib/lifecycle/team-competence";
import type { CompetenceView } from "@/lib/store/person-page";

interface Props {
  competences: readonly CompetenceView[];
  name: string;
  today: Day;
  timeZone: string;
  /** Days before its end in which a competence is marked. */
  warnDays: number;
  acts?: { record: FormAction; withdraw: FormAction; hidden: Record<string, string> };
}

/** What a person is competent in, since when and by what proof; what was withdrawn stays to be read (TEAM-2). */
export function CompetenceSection({ competences, name, today, timeZone, warnDays, acts }: Props) {
  const standing = competences.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = competences.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return (
    <>
      <Card title="Competences" id="competences" flush={standing.length > 0}>
        <Table
          caption="Competences"
          rows={standing}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="No competence on record">
              A team is checked against what is on record once your body has recorded its first competence.
            </EmptyState>
          }
          columns={[
            { key: "what", label: "Competence", isRowHeader: true, cell: ({ what }) => what },
            { key: "kind", label: "Kind", cell: ({ kind }) => competenceNames[kind] },
            {
              key: "until",
              label: "Valid until",
              leadsOnCard: true,
              cell: ({ validUntil }) => <Validity {...{ validUntil, today, warnDays }} />,
            },
            { key: "proof", label: "Proof", cell: ({ proof }) => proof },
            {
              key: "by",
              label: "Recorded",
              cell: ({ recordedBy, recordedAt }) => (
                <>
                  {recordedBy} <DayText day={dayAt(timeZone, recordedAt)} />
                </>
              ),
            },
            ...(acts
              ? [
                  {
                    key: "act",
                    label: "Withdraw",
                    isLabelHidden: true,
                    cell: ({ id, what }: CompetenceView) => (
                      <ServerForm
                        action={acts.withdraw}
                        hidden={{ ...acts.hidden, held: id }}
                        submitLabel={`Withdraw ${what}`}
                        submitVariant="secondary"
                        keepsFields
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {acts && (
        <Card title="Record a competence">
          <ServerForm action={acts.record} hidden={acts.hidden} submitLabel="Record competence">
            <RadioCards
              name="competenceKind"
              label="Kind"
              columns={4}
              options={competenceKinds.map((kind) => ({ value: kind, label: competenceNames[kind] }))}
            />
            <TextField
              name="what"
              label="Competence"
              hint="A standard without its year (ISO/IEC 27001), a technical area (Cloud hosting) or a language (German)."
              width="medium"
            />
            <DateField
              name="validUntil"
              label="Valid until"
              hint="Its last day. Leave empty if it has no end."
              optional
            />
            <TextField
              name="proof"
              label="Proof"
              hint={`What shows it and where it is kept, such as a certificate's number or a witnessed audit of ${name}.`}
            />
          </ServerForm>
        </Card>
      )}
      {withdrawn.length > 0 && (
        <Card>
          <details>
            <summary className="w-fit py-1 text-link underline underline-offset-3">
              Withdrawn and replaced ({withdrawn.length})
            </summary>
            <ul className="mt-2 space-y-1">
              {withdrawn.map(({ id, what, kind, proof, withdrawnBy, withdrawnAt }) => (
                <li key={id}>
                  {competenceNames[kind]}: {what} ({proof}), withdrawn by {withdrawnBy}{" "}
                  {withdrawnAt && <DayText day={dayAt(timeZone, withdrawnAt)} />}
                </li>
              ))}
            </ul>
          </details>
        </Card>
      )}
    </>
  );
}

function Validity({ validUntil, today, warnDays }: { validUntil: Day | null; today: Day; warnDays: number }) {
  if (validUntil === null) return <>No end</>;
  if (isAfter(today, validUntil))
    return (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        <DayText day={validUntil} /> <Pill kind="overdue">Ended</Pill>
      </span>
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <DayText day={validUntil} today={today} />
      {isOnOrBefore(validUntil, addDays(today, warnDays)) && <Pill kind="warning">Ends soon</Pill>}
    </span>
  );
}
