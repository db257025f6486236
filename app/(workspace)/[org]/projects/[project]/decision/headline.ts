import type { CaseState } from "@/lib/lifecycle/certification-states";

/** The answer that the dossier's page gives in its heading. */
export function headlineOf(
  state: CaseState,
  lines: readonly { met: boolean }[],
  bodyName: string,
): { title: string; lead: string } {
  const missing = lines.filter(({ met }) => !met).length;
  const count = missing === 1 ? "1 item missing" : `${missing} items missing`;
  switch (state) {
    case "certified":
      return {
        title: "Certification granted",
        lead: `${bodyName} has decided. The file is kept as it was read.`,
      };
    case "refused":
      return {
        title: "Certification refused",
        lead: `${bodyName} has decided. The client can appeal to ${bodyName}; somebody who neither audited nor decided handles the appeal.`,
      };
    case "closed":
      return { title: "No decision", lead: "The case is closed." };
    case "review_pending":
      return missing === 0
        ? {
            title: "Ready to decide",
            lead: "Everything the decision needs is there. The audit team recommends; it does not decide.",
          }
        : { title: count, lead: "The file is with the decider, and something it needs is not there yet." };
    default:
      return {
        title: missing === 0 ? "Not handed over yet" : `Not ready to decide: ${count}`,
        lead: "The file goes to the decider when Stage 2 is reported, each major is verified and the plan of each minor is accepted.",
      };
  }
}
