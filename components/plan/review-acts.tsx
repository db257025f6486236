import type { ReactNode } from "react";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { CheckboxGroup, RadioCards } from "@/components/ui/choice-fields";
import { SelectField, TextArea } from "@/components/ui/field";
import type { FormAction } from "@/lib/form-state";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import type { FindingFacts } from "@/lib/lifecycle/nonconformity-rules";
import {
  evidenceGrounds,
  listCarryTargets,
  methodNames,
  planGrounds,
  verificationMethods,
} from "@/lib/lifecycle/verification-words";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

type ReviewCommand =
  | "acceptPlan"
  | "returnResponse"
  | "verify"
  | "returnEvidence"
  | "carryToNextAudit"
  | "close";

export interface ReviewActsProps {
  org: string;
  view: CorrectiveView;
  facts: FindingFacts;
  actions: Record<ReviewCommand, FormAction>;
  /** What the client adds when it records the body's act; nothing when the body acts itself. */
  recorded?: ReactNode;
}

/** What the body can do with this finding in its present state: one card an act. */
export function ReviewActs(props: ReviewActsProps) {
  const { finding } = props.view;
  switch (finding.state) {
    case "response_submitted":
      return (
        <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
          <AcceptPlan {...props} />
          <Return {...props} command="returnResponse" what="plan" grounds={planGrounds} />
        </div>
      );
    case "plan_accepted":
      return finding.grade === "minor" ? <Carry {...props} /> : null;
    case "evidence_submitted":
      return (
        <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
          <Verify {...props} />
          <Return {...props} command="returnEvidence" what="evidence" grounds={evidenceGrounds} />
        </div>
      );
    case "verified":
      return (
        <Card title="Close">
          <ActPanel {...formOf(props, "close")} submitLabel="Close nonconformity">
            {props.recorded}
          </ActPanel>
        </Card>
      );
    default:
      return null;
  }
}

function formOf({ org, view, facts, actions }: ReviewActsProps, command: ReviewCommand) {
  const { finding, record } = view;
  return {
    action: actions[command],
    hidden: { org, project: record.id, finding: finding.id },
    version: finding.version,
    reasons: reasonsAgainst("nonconformity", command, finding.state, facts),
  };
}

const methodHints = {
  documents: "What was submitted is enough; it is confirmed at a later audit.",
  limited_audit: "Part of the system is audited again.",
  full_audit: "The whole system is audited again.",
  next_audit: "The next planned audit looks at it.",
} as const;

function MethodField({ label, value }: { label: string; value?: string }) {
  const options = verificationMethods.map((method) => ({
    value: method,
    label: methodNames[method],
    hint: methodHints[method],
  }));
  return <RadioCards name="method" label={label} options={options} defaultValue={value} />;
}

function AcceptPlan(props: ReviewActsProps) {
  return (
    <Card title="Accept the plan">
      <ActPanel {...formOf(props, "acceptPlan")} submitLabel="Accept plan">
        <MethodField label="What will you need to verify it? (CAP-3)" value="documents" />
        {props.recorded}
      </ActPanel>
    </Card>
  );
}

function Return({
  command,
  what,
  grounds,
  ...props
}: ReviewActsProps & {
  command: "returnResponse" | "returnEvidence";
  what: "plan" | "evidence";
  grounds: Record<string, string>;
}) {
  return (
    <Card title={`Return the ${what}`}>
      <ActPanel {...formOf(props, command)} submitLabel={`Return ${what}`} submitVariant="secondary">
        <CheckboxGroup
          name="grounds"
          label="Reasons"
          optional
          columns={1}
          options={Object.entries(grounds).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="comment"
          label="Comment"
          hint="Say what is missing, not how to solve it: the solution is the client's (NC-4)."
          optional
        />
        {props.recorded}
      </ActPanel>
    </Card>
  );
}

function Verify(props: ReviewActsProps) {
  return (
    <Card title="Verify">
      <ActPanel {...formOf(props, "verify")} submitLabel="Verify effectiveness">
        <MethodField label="How did you verify?" value={props.view.verificationMethod ?? "documents"} />
        <TextArea
          name="effectiveness"
          label="What shows that the actions work?"
          hint="What you looked at and what you saw."
        />
        {props.recorded}
      </ActPanel>
    </Card>
  );
}

function Carry(props: ReviewActsProps) {
  const { record, audit, carriedTo } = props.view;
  return (
    <Card title="Carry to the next audit">
      <ActPanel
        {...formOf(props, "carryToNextAudit")}
        submitLabel="Carry to the next audit"
        submitVariant="secondary"
      >
        <p className="max-w-read text-muted">
          A minor with an accepted plan does not stand in the way of the decision (DEC-4). The audit chosen
          here verifies it.
        </p>
        <SelectField
          name="to"
          label="Audit that verifies it"
          options={listCarryTargets(record, audit.id).map(({ to, name }) => ({ value: to, label: name }))}
          defaultValue={carriedTo ?? ""}
        />
        {props.recorded}
      </ActPanel>
    </Card>
  );
}
