import type { NonconformityState } from "./nonconformity-states";

/** What became of the proof of one action. */
export type ProofStanding = "accepted" | "with_body" | "returned" | "done" | "added" | "none";

export const proofNames: Record<ProofStanding, string> = {
  accepted: "Accepted",
  with_body: "Waiting for the body",
  returned: "Returned",
  done: "Done, not submitted yet",
  added: "Added, not marked as done",
  none: "No proof yet",
};

/** Whether the last proof was accepted, from the finding's state and what was added to the action. */
export function standingOfProof(action: {
  state: NonconformityState;
  returnComment: string | null;
  doneOn: string | null;
  files: number;
}): ProofStanding {
  if (action.state === "verified" || action.state === "closed") return "accepted";
  if (action.state === "evidence_submitted") return "with_body";
  if (action.state === "plan_accepted" && action.returnComment !== null) return "returned";
  if (action.doneOn !== null) return "done";
  return action.files > 0 ? "added" : "none";
}
