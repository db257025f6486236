import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField, TextArea } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { isTooRecent, isWork } from "@/lib/lifecycle/reading";
import { tieKinds } from "@/lib/lifecycle/record";
import { decisionNames, threatNames, tieDecisions, tieNames, tieThreats } from "@/lib/lifecycle/tie-words";
import type { TieView } from "@/lib/store/person-page";

interface Props {
  ties: readonly TieView[];
  clients: readonly { id: string; name: string }[];
  today: Day;
  hidden: Record<string, string>;
  /** Each only for who may give it. */
  acts: { declare?: FormAction; end?: FormAction; decide?: FormAction };
}

/** What ties a person to clients of the body, and what was decided about it (IMP-4, IMP-7). */
export function TieSection({ ties, clients, today, hidden, acts }: Props) {
  return (
    <>
      <Card title="Ties to clients" id="ties">
        {ties.length === 0 ? (
          <EmptyState title="No tie is declared">
            Work for a client, money, family and friends: everybody declares what could bias them.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-border">
            {ties.map((tie) => (
              <li key={tie.id} className="space-y-3 py-4 first:pt-0 last:pb-0">
                <TieFacts tie={tie} today={today} />
                <TieActs tie={tie} hidden={{ ...hidden, tie: tie.id }} acts={acts} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {acts.declare && (
        <Card title="Declare a tie">
          <ServerForm action={acts.declare} hidden={hidden} submitLabel="Declare tie">
            <SelectField
              name="clientId"
              label="Client"
              options={clients.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              name="tieKind"
              label="What it is"
              options={tieKinds.map((kind) => ({ value: kind, label: tieNames[kind] }))}
            />
            <SelectField
              name="threat"
              label="Threat to impartiality"
              options={tieThreats.map((threat) => ({ value: threat, label: threatNames[threat] }))}
            />
            <TextArea name="words" label="In your words" rows={3} />
            <div className="grid gap-5 sm:grid-cols-2">
              <DateField name="startedOn" label="First day" optional />
              <DateField name="endedOn" label="Last day" hint="Leave empty while it goes on." optional />
            </div>
          </ServerForm>
        </Card>
      )}
    </>
  );
}

/** The tie's standing as the rules take it: barred by work, waiting for a decision, cleared, or over. */
function TiePill({ tie, today }: { tie: TieView; today: Day }) {
  if (!isTooRecent(tie.endedOn, today)) return <Pill kind="neutral">Over</Pill>;
  if (isWork(tie.kind)) return <Pill kind="locked">Takes no part (IMP-4)</Pill>;
  if (tie.decision === null) return <Pill kind="waiting">Not decided (IMP-7)</Pill>;
  return tie.decision === "cleared" ? (
    <Pill kind="success">{decisionNames.cleared}</Pill>
  ) : (
    <Pill kind="locked">Takes no part (IMP-7)</Pill>
  );
}

function TieFacts({ tie, today }: { tie: TieView; today: Day }) {
  const declared = tie.isOfClient ? `${tie.client}, with its choice of your body` : tie.declaredBy;
  return (
    <div className="space-y-2">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {tieNames[tie.kind]}, {tie.client} <TiePill tie={tie} today={today} />
      </h3>
      <SummaryList
        items={[
          {
            term: "From and until",
            value: (
              <>
                {tie.startedOn ? <DayText day={tie.startedOn} /> : "Not stated"} to{" "}
                {tie.endedOn ? <DayText day={tie.endedOn} /> : "now"}
              </>
            ),
          },
          { term: "What it is", value: tie.words },
          { term: "Threat", value: tie.threat && threatNames[tie.threat] },
          { term: "Declared by", value: declared },
          ...(tie.decision && tie.decidedOn
            ? [
                {
                  term: "Decided",
                  value: (
                    <>
                      {decisionNames[tie.decision]}: {tie.decisionWords} ({tie.decidedBy},{" "}
                      <DayText day={tie.decidedOn} />)
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function TieActs({
  tie,
  hidden,
  acts,
}: {
  tie: TieView;
  hidden: Record<string, string>;
  acts: Props["acts"];
}) {
  return (
    <div className="space-y-2">
      {acts.end && tie.endedOn === null && !tie.isOfClient && (
        <details>
          <summary className="w-fit py-1 text-link underline underline-offset-3">Note its last day</summary>
          <ServerForm action={acts.end} hidden={hidden} submitLabel="Save last day" submitVariant="secondary">
            <DateField name="endedOn" label="Last day" />
          </ServerForm>
        </details>
      )}
      {acts.decide && (
        <details>
          <summary className="w-fit py-1 text-link underline underline-offset-3">
            {tie.decision === null ? "Decide on it" : "Decide again"}
          </summary>
          <ServerForm
            action={acts.decide}
            hidden={hidden}
            submitLabel="Save decision"
            submitVariant="secondary"
          >
            <RadioCards
              name="decision"
              label="Decision"
              columns={2}
              options={tieDecisions.map((decision) => ({ value: decision, label: decisionNames[decision] }))}
            />
            <TextArea name="words" label="Safeguards or reason" rows={2} />
          </ServerForm>
        </details>
      )}
    </div>
  );
}
