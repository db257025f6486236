import type { ActCommand, ProductAct } from "./runs-act";
import { auditRunActs } from "./runs-acts-audit";
import { caseRunActs } from "./runs-acts-case";
import { decisionRunActs } from "./runs-acts-decision";
import { findingRunActs } from "./runs-acts-finding";
import { planRunActs } from "./runs-acts-plan";
import { sourcingRunActs } from "./runs-acts-sourcing";

/** Every act of the product that gives a command of a machine. */
export const runActs: Record<ActCommand, ProductAct> = {
  ...sourcingRunActs,
  ...caseRunActs,
  ...decisionRunActs,
  ...planRunActs,
  ...auditRunActs,
  ...findingRunActs,
};
