import type { ActCommand, Call } from "./runs-act";
import { actionIn, findingOf, planIn } from "./runs-acts-finding";
import { type Fields, type RunForm, same } from "./runs-form";

type FindingCommand = Extract<ActCommand, `nonconformity.${string}`>;

const FINDING = "app/(workspace)/[org]/projects/[project]/findings/[finding]/";
const LOG = "app/(workspace)/[org]/projects/[project]/audits/[audit]/log/actions.ts";
const onPage = (file: string) => (name: string, fields?: RunForm["fields"]) => ({
  file: `${FINDING}${file}`,
  name,
  fields,
});
const own = onPage("actions.ts");
const plan = onPage("plan/actions.ts");
const verification = onPage("verification/actions.ts");

const auditIn = ({ world, attempt, row }: Call): Fields => ({
  audit: row(findingOf(world, attempt)?.auditId ?? ""),
});
const log = (name: string, fields: RunForm["fields"] = () => ({})) => ({
  file: LOG,
  name,
  fields: (call: Call) => ({ ...auditIn(call), ...fields(call) }),
});

function typedPlan(call: Call): Fields {
  const { correction, extent, cause, causeMethod, actions } = planIn(call);
  return { correction, extent, cause, causeMethod, actions: actions.map((action) => ({ ...action })) };
}

export const findingForms: Record<FindingCommand, RunForm> = {
  "nonconformity.raise": log("issueFinding"),
  "nonconformity.editDraft": log("editDraft", ({ world, attempt }) => ({
    ...{ requirementRef: "A.8.13", statement: "Backups are not tested.", evidence: "No test." },
    grade: findingOf(world, attempt)?.grade ?? "minor",
  })),
  "nonconformity.discardDraft": log("discardDraft"),
  "nonconformity.savePlan": plan("sendPlan", (call) => ({ ...typedPlan(call), intent: "draft" })),
  "nonconformity.submitResponse": plan("sendPlan", typedPlan),
  "nonconformity.addEvidence": plan("proveAction", (call) => ({
    actionId: actionIn(call),
    files: [String(call.input.fileId)],
  })),
  "nonconformity.completeAction": plan("proveAction", (call) => ({ actionId: actionIn(call), done: "yes" })),
  "nonconformity.submitEvidence": plan("submitEvidence"),
  "nonconformity.acceptPlan": verification("acceptPlan"),
  "nonconformity.returnResponse": verification("returnPlan", same("comment")),
  "nonconformity.returnEvidence": verification("returnEvidence", same("comment")),
  "nonconformity.verify": verification("verifyFinding", same("method", "effectiveness")),
  "nonconformity.close": verification("closeFinding"),
  "nonconformity.carryToNextAudit": verification("carryFinding", ({ input, row }) => ({
    to: input.to === "surveillance_1" ? "surveillance_1" : row(String(input.to)),
  })),
  "nonconformity.regrade": {
    ...own("regradeFinding", same("grade", "reason")),
    // The page offers the two grades of a nonconformity.
    isThere: ({ input }) => input.grade === "minor" || input.grade === "major",
  },
  "nonconformity.withdrawFinding": own("withdrawFinding", same("reason")),
  "nonconformity.extendDeadline": own("extendDeadline", same("deadline", "to", "reason")),
};
