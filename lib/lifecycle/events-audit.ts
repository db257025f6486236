import { countOf, onDay, type Reasoned, told } from "./event-text";

/** `audit` is its name: "Stage 1", "Stage 2", "Follow-up audit". */
type Audit = {
  audit: string;
};
type Concern = Audit & {
  concern: string;
};

/** What happened in an audit. */
export const auditEvents = {
  "audit.setTeam": told<Audit & { count: number }>(
    "Team set",
    ({ audit, count }) => `set the team of ${audit}: ${countOf(count, "person", "people")}`,
  ),
  "audit.proposeTeam": told<Audit>("Team proposed", ({ audit }) => `proposed the team of ${audit}`),
  "audit.objectToTeam": told<Audit & { ground: string }>(
    "Objection to the team",
    ({ audit, ground }) => `objected to the team of ${audit}: ${ground}`,
  ),
  "audit.answerObjection": told<Audit & { upheld: boolean; answer: string }>(
    "Objection answered",
    ({ audit, upheld, answer }) =>
      `${upheld ? "upheld" : "turned down"} the objection to the team of ${audit}: ${answer}`,
  ),
  "audit.waiveObjection": told<Audit>("Team accepted", ({ audit }) => `accepted the team of ${audit}`),
  "audit.confirmTeam": told<Audit>("Team confirmed", ({ audit }) => `confirmed the team of ${audit}`),
  "audit.setDates": told<Audit & { startsOn: string; endsOn: string }>(
    "Dates set",
    ({ audit, startsOn, endsOn }) => `set ${audit} to ${onDay(startsOn)} to ${onDay(endsOn)}`,
  ),
  "audit.editSession": told<Audit & { topic: string; change: "added" | "changed" | "removed" }>(
    "Session edited",
    ({ audit, topic, change }) => `${change} the session "${topic}" of ${audit}`,
  ),
  "audit.sendPlan": told<Audit>("Audit plan sent", ({ audit }) => `sent the plan of ${audit}`),
  "audit.confirmPlan": told<Audit>("Audit plan confirmed", ({ audit }) => `confirmed the plan of ${audit}`),
  "audit.planAudit": told<Audit>("Audit planned", ({ audit }) => `agreed dates and plan of ${audit}`),
  "audit.cancelAudit": told<Audit & Reasoned>(
    "Audit cancelled",
    ({ audit, reason }) => `cancelled ${audit}: ${reason}`,
  ),
  "audit.startAudit": told<Audit>("Audit started", ({ audit }) => `started ${audit}`),
  "audit.holdOpening": told<Audit & { count: number }>(
    "Opening meeting held",
    ({ audit, count }) =>
      `recorded the opening meeting of ${audit} with ${countOf(count, "person", "people")}`,
  ),
  "audit.holdClosing": told<Audit & { count: number }>(
    "Closing meeting held",
    ({ audit, count }) =>
      `recorded the closing meeting of ${audit} with ${countOf(count, "person", "people")}`,
  ),
  "audit.setReadiness": told<{ document: string; verdict: string }>(
    "Document readiness noted",
    ({ document, verdict }) => `noted ${document} as ${verdict}`,
  ),
  "audit.addInterview": told<Audit & { person: string }>(
    "Interview noted",
    ({ audit, person }) => `noted the interview with ${person} in ${audit}`,
  ),
  "audit.draftConcern": told<Audit>(
    "Concern drafted",
    ({ audit }) => `drafted an area of concern in ${audit}`,
  ),
  "audit.issueConcern": told<Concern & { blocking: boolean }>(
    "Concern issued",
    ({ concern, blocking }) => `issued ${blocking ? "blocking " : ""}area of concern ${concern}`,
  ),
  "audit.discardConcern": told<Audit>(
    "Draft concern deleted",
    ({ audit }) => `deleted a draft concern of ${audit}`,
  ),
  "audit.answerConcern": told<Concern>(
    "Concern answered",
    ({ concern }) => `answered area of concern ${concern}`,
  ),
  "audit.acceptConcern": told<Concern>(
    "Answer to concern accepted",
    ({ concern }) => `accepted the answer to area of concern ${concern}`,
  ),
  "audit.returnConcern": told<Concern & { comment: string }>(
    "Answer to concern returned",
    ({ concern, comment }) => `returned the answer to area of concern ${concern}: ${comment}`,
  ),
  "audit.draftFinding": told<Audit>("Finding drafted", ({ audit }) => `drafted a finding in ${audit}`),
  "audit.draftReport": told<Audit>(
    "Report draft saved",
    ({ audit }) => `saved the draft of the report of ${audit}`,
  ),
  "audit.reportAudit": told<Audit>("Report issued", ({ audit }) => `issued the report of ${audit}`),
  "audit.concludeAudit": told<Audit>("Audit concluded", ({ audit }) => `concluded ${audit}`),
  "audit.terminateAudit": told<Audit & Reasoned>(
    "Audit terminated",
    ({ audit, reason }) => `terminated ${audit}: ${reason}`,
  ),
};
