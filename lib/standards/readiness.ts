/**
 * What a Stage 1 audit looks at before it says whether Stage 2 can start (ST1-1, IS-3). Each item is answered with
 * seen, partly or missing. The keys are stored with answers and never change.
 */
import { findStandard } from "./editions";

export interface ReadinessItem {
  readonly key: string;
  readonly clause: string;
  readonly title: string;
  /** The domain rule that makes it part of Stage 1. */
  readonly rule: "ST1-1" | "IS-2" | "IS-3";
}

const ISO_27001_ITEMS: readonly ReadinessItem[] = [
  { key: "scope", clause: "4.3", title: "Scope of the ISMS", rule: "IS-3" },
  { key: "policy", clause: "5.2", title: "Information security policy", rule: "IS-3" },
  { key: "risk-method", clause: "6.1.2", title: "Method of risk assessment", rule: "IS-3" },
  { key: "risk-results", clause: "8.2", title: "Results of the risk assessment", rule: "IS-3" },
  { key: "risk-treatment", clause: "6.1.3", title: "Risk treatment method and plan", rule: "IS-3" },
  { key: "treatment-results", clause: "8.3", title: "Results of the risk treatment", rule: "IS-3" },
  { key: "soa", clause: "6.1.3", title: "Statement of Applicability", rule: "IS-3" },
  { key: "objectives", clause: "6.2", title: "Information security objectives", rule: "IS-3" },
  { key: "competence", clause: "7.2", title: "Evidence of competence", rule: "IS-3" },
  { key: "documents", clause: "7.5", title: "Control of documents and records", rule: "IS-3" },
  { key: "operation", clause: "8.1", title: "Evidence that processes run as planned", rule: "ST1-1" },
  { key: "monitoring", clause: "9.1", title: "Results of monitoring and measurement", rule: "ST1-1" },
  { key: "internal-audit", clause: "9.2", title: "Internal audit over the whole scope", rule: "IS-2" },
  { key: "management-review", clause: "9.3", title: "Management review over the whole scope", rule: "IS-2" },
  {
    key: "corrective-action",
    clause: "10.2",
    title: "Nonconformities and corrective actions",
    rule: "ST1-1",
  },
];

/** The items of a standard, in the order of an audit; empty for a standard that is not held. */
export function readinessItems(standardId: string): readonly ReadinessItem[] {
  const standard = findStandard(standardId);
  if (!standard) return [];
  return standard.shortName === "ISO 27001"
    ? ISO_27001_ITEMS
    : listCommonItems(standardId, standard.systemName);
}

/** What every management-system standard of the common structure has: ISO 22301 alone swaps 10.1 and 10.2. */
function listCommonItems(standardId: string, systemName: string): readonly ReadinessItem[] {
  const correctiveAction = standardId === "iso-22301-2019" ? "10.1" : "10.2";
  const items = [
    ["scope", "4.3", `Scope of the ${systemName}`],
    ["policy", "5.2", "Policy"],
    ["risk-method", "6.1", "Risks and opportunities and what is done about them"],
    ["objectives", "6.2", "Objectives and how they are reached"],
    ["competence", "7.2", "Evidence of competence"],
    ["documents", "7.5", "Control of documents and records"],
    ["operation", "8.1", "Evidence that processes run as planned"],
    ["monitoring", "9.1", "Results of monitoring and measurement"],
    ["internal-audit", "9.2", "Internal audit over the whole scope"],
    ["management-review", "9.3", "Management review over the whole scope"],
    ["corrective-action", correctiveAction, "Nonconformities and corrective actions"],
  ] as const;
  return items.map(([key, clause, title]) => ({ key, clause, title, rule: "ST1-1" }));
}
