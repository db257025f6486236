/**
 * What has to be there before Stage 1, from the record alone: each line is met or not, and says how it was counted. What stops
 * certifications is in it (domain.md 5.5): documents, Statement of Applicability, internal audit and management review
 * over the whole scope (IS-2), training and evidence of operation as the plan has them.
 */
import { type Day, formatDay } from "../day";
import type { ProjectRecord } from "../lifecycle/record";
import { knownDays } from "./known-days";
import type { MilestoneKey } from "./milestones";
import type { RegisterCount } from "./register";

export interface ReadinessLine {
  key:
    | "documents"
    | "reviews"
    | "soa"
    | "control-evidence"
    | "treatment"
    | "residual-risk"
    | "internal-audit"
    | "management-review"
    | "training"
    | "awareness"
    | "evidence";
  label: string;
  met: boolean;
  /** How it was counted, with the numbers. */
  formula: string;
  clause: string;
  /** From the plan; null where it has no such milestone. */
  dueOn: Day | null;
  owner: string | null;
}

/** A milestone of the plan as readiness reads it. */
export interface PlannedStep {
  key: MilestoneKey;
  dueOn: Day;
  doneOn: Day | null;
  owner: string | null;
}

export interface ReadinessFacts {
  record: ProjectRecord;
  documents: RegisterCount;
  /** Documents whose review day has passed. */
  overdueReviews: number;
  /** The newest approved version, written here or recorded. */
  soa: { version: string; approvedOn: Day } | null;
  /** Controls that are applicable and implemented, and those of them with evidence. */
  proven: { all: number; proven: number };
  /** Persons with a training, of those under control; null where that is not stated. */
  awareness: { trained: number; persons: number | null };
  /** The lines of the risk treatment. */
  treatment: { all: number; owned: number; accepted: number; overdue: number };
  plan: readonly PlannedStep[];
}

/** The lines of the list, in the order in which they are usually met. */
export function checkReadiness({
  record,
  documents,
  overdueReviews,
  soa,
  proven,
  treatment,
  awareness,
  plan,
}: ReadinessFacts): ReadinessLine[] {
  const known = knownDays(record);
  const stepOf = (key: MilestoneKey) => plan.find((step) => step.key === key);
  const line = (
    key: ReadinessLine["key"],
    label: string,
    clause: string,
    met: boolean,
    formula: string,
  ): ReadinessLine => {
    const milestone = milestoneOf(key);
    const step = milestone && stepOf(milestone);
    return { key, label, clause, met, formula, dueOn: step?.dueOn ?? null, owner: step?.owner ?? null };
  };
  const held = (key: "internal-audit" | "management-review", label: string, clause: string) => {
    const on = known[key]?.on;
    const counted = "Counted: one that covers the whole scope.";
    return line(
      key,
      label,
      clause,
      on !== undefined,
      on ? `Held on ${formatDay(on)}. ${counted}` : `None held. ${counted}`,
    );
  };
  const planned = (key: "training" | "evidence", label: string, clause: string) => {
    const step = stepOf(key);
    if (!step) return [];
    const formula = step.doneOn
      ? `Marked as done on ${formatDay(step.doneOn)}.`
      : "Not marked as done in the plan.";
    return [line(key, label, clause, step.doneOn !== null, `${formula} Counted: the milestone of the plan.`)];
  };
  const { approved, all } = documents;
  return [
    ...(all > 0
      ? [
          line(
            "documents",
            "Documents approved",
            "7.5",
            approved === all,
            `${approved} of ${all}: documents approved or held by the record ÷ documents the standard asks for, with those whose control is applicable.`,
          ),
        ]
      : []),
    line(
      "reviews",
      "No review of a document overdue",
      "7.5.2",
      overdueReviews === 0,
      `${overdueReviews} overdue. Counted: documents whose review day has passed.`,
    ),
    ...(record.needsSoa
      ? [
          line(
            "soa",
            "Statement of Applicability approved",
            "6.1.3 d",
            soa !== null,
            soa
              ? `Version ${soa.version}, approved on ${formatDay(soa.approvedOn)}.`
              : "No version is approved.",
          ),
        ]
      : []),
    ...(record.needsSoa
      ? [
          line(
            "control-evidence",
            "Evidence of each implemented control",
            "6.1.3 d",
            proven.all > 0 && proven.proven === proven.all,
            `${proven.proven} of ${proven.all}: controls with evidence ÷ controls that are applicable and implemented.`,
          ),
          ...treatmentLines(treatment, line),
        ]
      : []),
    ...planned("training", "Awareness training held", "7.3"),
    line(
      "awareness",
      "Every person trained",
      "7.3",
      awareness.persons !== null && awareness.persons > 0 && awareness.trained >= awareness.persons,
      `${awareness.trained} of ${awareness.persons ?? "a number that is not stated"}: different names with a training ÷ persons under control of the newest scope profile.`,
    ),
    held("internal-audit", "Internal audit over the whole scope", "9.2"),
    held("management-review", "Management review over the whole scope", "9.3"),
    ...planned("evidence", "Three months of evidence collected", "8.1"),
  ];
}

/** The milestone of the plan that a line is about; reviews have none. */
function milestoneOf(key: ReadinessLine["key"]): MilestoneKey | null {
  if (key === "reviews") return null;
  if (key === "control-evidence") return "soa";
  if (key === "awareness") return "training";
  return key === "treatment" || key === "residual-risk" ? "risk" : key;
}

/** Risks without an owner and risks that nobody accepted hold certifications up; no line at all is not met. */
function treatmentLines(
  { all, owned, accepted, overdue }: ReadinessFacts["treatment"],
  line: (
    ...[key, label, clause, met, formula]: [ReadinessLine["key"], string, string, boolean, string]
  ) => ReadinessLine,
): ReadinessLine[] {
  if (all === 0) {
    const formula = "No risk is treated here. Counted: lines of the risk treatment.";
    return [line("treatment", "Every risk treated by an owner, in time", "6.1.3 e", false, formula)];
  }
  return [
    line(
      "treatment",
      "Every risk treated by an owner, in time",
      "6.1.3 e",
      owned === all && overdue === 0,
      `${owned} of ${all}: risks with an owner ÷ risks. ${overdue} overdue: planned or in progress after their day.`,
    ),
    line(
      "residual-risk",
      "Residual risks accepted",
      "6.1.3 f",
      accepted === all,
      `${accepted} of ${all}: risks whose residual risk somebody accepted ÷ risks.`,
    ),
  ];
}

/** "5 of 7 conditions for Stage 1 are met." */
export function tellReadiness(lines: readonly ReadinessLine[]): string {
  const met = lines.filter((line) => line.met).length;
  return `${met} of ${lines.length} conditions for Stage 1 ${met === 1 ? "is" : "are"} met.`;
}
