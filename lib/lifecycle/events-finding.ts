import { onDay, type Reasoned, told } from "./event-text";

type Finding = {
  /** "NC-003"; a draft has none yet. */
  number: string;
};

/** What happened to a finding. */
export const findingEvents = {
  "nonconformity.raise": told<Finding & { grade: string; requirement: string }>(
    "Finding issued",
    ({ number, grade, requirement }) => `issued ${grade} ${number} against ${requirement}`,
  ),
  "nonconformity.editDraft": told("Draft finding edited", "edited a draft finding"),
  "nonconformity.discardDraft": told("Draft finding deleted", "deleted a draft finding"),
  "nonconformity.savePlan": told<Finding>("Plan saved", ({ number }) => `saved the plan of ${number}`),
  "nonconformity.submitResponse": told<Finding>(
    "Plan submitted",
    ({ number }) => `submitted the plan of ${number}`,
  ),
  "nonconformity.returnResponse": told<Finding & { comment: string }>(
    "Plan returned",
    ({ number, comment }) => `returned the plan of ${number}: ${comment}`,
  ),
  "nonconformity.acceptPlan": told<Finding>(
    "Plan accepted",
    ({ number }) => `accepted the plan of ${number}`,
  ),
  "nonconformity.extendDeadline": told<Finding & Reasoned & { to: string }>(
    "Deadline extended",
    ({ number, to, reason }) => `extended a deadline of ${number} to ${onDay(to)}: ${reason}`,
  ),
  "nonconformity.addEvidence": told<Finding & { file: string }>(
    "Evidence added",
    ({ number, file }) => `added ${file} as evidence to ${number}`,
  ),
  "nonconformity.completeAction": told<Finding & { action: string }>(
    "Action done",
    ({ number, action }) => `marked an action of ${number} as done: ${action}`,
  ),
  "nonconformity.submitEvidence": told<Finding>(
    "Evidence submitted",
    ({ number }) => `submitted the evidence for ${number}`,
  ),
  "nonconformity.returnEvidence": told<Finding & { comment: string }>(
    "Evidence returned",
    ({ number, comment }) => `returned the evidence for ${number}: ${comment}`,
  ),
  "nonconformity.verify": told<Finding & { method: string }>(
    "Effectiveness verified",
    ({ number, method }) => `verified ${number} (${method.replaceAll("_", " ")})`,
  ),
  "nonconformity.close": told<Finding>("Nonconformity closed", ({ number }) => `closed ${number}`),
  "nonconformity.carryToNextAudit": told<Finding & { audit: string }>(
    "Carried to the next audit",
    ({ number, audit }) => `carried ${number} to ${audit}`,
  ),
  "nonconformity.notEffective": told<Finding & Reasoned>(
    "Minor not effective",
    ({ number, reason }) => `replaced minor ${number} by a major, because it was not effective: ${reason}`,
  ),
  "nonconformity.regrade": told<Finding & Reasoned & { from: string; to: string }>(
    "Grade changed",
    ({ number, from, to, reason }) => `changed the grade of ${number} from ${from} to ${to}: ${reason}`,
  ),
  "nonconformity.withdrawFinding": told<Finding & Reasoned>(
    "Finding withdrawn",
    ({ number, reason }) => `withdrew ${number}: ${reason}`,
  ),
};
