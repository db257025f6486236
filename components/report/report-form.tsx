import { RadioCards } from "@/components/ui/choice-fields";
import { TextArea, TextField } from "@/components/ui/field";
import type { ReportNarrative } from "@/lib/documents/audit-report";
import { readinessNames, recommendationNames } from "@/lib/lifecycle/naming";
import type { AuditKind, Readiness, Recommendation } from "@/lib/lifecycle/record";

const conclusions: [Readiness, string][] = [
  ["ready", "Nothing stands against Stage 2."],
  ["ready_after_corrections", "Stage 2 can be planned; areas of concern are corrected first."],
  ["not_ready", "Stage 1 is repeated as a whole or in part."],
];

const recommendations: [Recommendation, string][] = [
  ["certify", "No nonconformity is open."],
  ["certify_after_plan", "Plans and proof are enough; no further visit."],
  ["certify_after_follow_up", "A visit must show that the actions work."],
  ["not_recommended", "Certification is not justified now."],
];

const textOf = (text: string | null) => text ?? undefined;
const choiceOf = (answer: boolean | null) => (answer === null ? undefined : answer ? "yes" : "no");

/** What the team writes into a Stage 1 report; the rest comes from the readiness list, interviews and concerns. */
function Stage1Fields({ narrative }: { narrative: ReportNarrative }) {
  return (
    <>
      <RadioCards
        name="conclusion"
        label="Conclusion"
        defaultValue={textOf(narrative.conclusion)}
        options={conclusions.map(([value, hint]) => ({ value, label: readinessNames[value], hint }))}
      />
      <TextArea
        name="statement"
        label="On the readiness"
        hint="Documents, implementation, understanding of the standard, site conditions."
        rows={5}
        defaultValue={textOf(narrative.statement)}
      />
      <TextArea
        name="ownReviews"
        label="Internal audit and management review"
        hint="Planned and performed? How far can they be relied on?"
        optional
        rows={3}
        defaultValue={textOf(narrative.ownReviews)}
      />
      <TextArea
        name="focus"
        label="What Stage 2 should look at"
        optional
        rows={3}
        defaultValue={textOf(narrative.focus)}
      />
    </>
  );
}

function Choice({ name, label, answer }: { name: string; label: string; answer: boolean | null }) {
  return (
    <RadioCards
      name={name}
      label={label}
      columns={2}
      defaultValue={choiceOf(answer)}
      options={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
    />
  );
}

/** What the team writes into the report of Stage 2 or of a follow-up; findings, people and dates come from the record. */
function AuditFields({ narrative }: { narrative: ReportNarrative }) {
  const text = (name: keyof ReportNarrative, label: string, hint?: string) => (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      optional
      rows={3}
      defaultValue={textOf(narrative[name] as string | null)}
    />
  );
  return (
    <>
      <RadioCards
        name="recommendation"
        label="Recommendation"
        hint="The team recommends; it does not decide."
        columns={2}
        defaultValue={textOf(narrative.recommendation)}
        options={recommendations.map(([value, hint]) => ({ value, label: recommendationNames[value], hint }))}
      />
      <TextArea
        name="statement"
        label="Statement on conformity and effectiveness"
        hint="Does the system meet the requirements, and does it reach its intended results?"
        rows={6}
        defaultValue={textOf(narrative.statement)}
      />
      {text(
        "ownReviews",
        "Internal audit and management review",
        "Evidence on them, and how far they can be relied on.",
      )}
      {text("riskAnalysis", "How the risk analysis was audited")}
      {text("auditTrails", "Audit trails", "Paths through the organisation that were followed.")}
      <Choice name="scopeAppropriate" label="Is the scope appropriate?" answer={narrative.scopeAppropriate} />
      <TextField
        name="scopeNote"
        label="About the scope"
        optional
        defaultValue={textOf(narrative.scopeNote)}
      />
      <Choice
        name="objectivesMet"
        label="Were the objectives of the audit met?"
        answer={narrative.objectivesMet}
      />
      <TextField
        name="objectivesNote"
        label="About the objectives"
        optional
        defaultValue={textOf(narrative.objectivesNote)}
      />
      {text("significantIssues", "Issues that affect the audit programme")}
      {text("changes", "Changes since the last audit")}
      {text("marks", "Certificates and marks", "Leave empty where none is in use.")}
    </>
  );
}

/** The fields of a report draft. Every field may stay empty until the report is issued. */
export function ReportFields({ kind, narrative }: { kind: AuditKind; narrative: ReportNarrative }) {
  return (
    <>
      {kind === "stage1" ? <Stage1Fields narrative={narrative} /> : <AuditFields narrative={narrative} />}
      <TextArea
        name="deviations"
        label="Deviations from the plan, with reasons"
        optional
        rows={3}
        defaultValue={textOf(narrative.deviations)}
      />
    </>
  );
}
