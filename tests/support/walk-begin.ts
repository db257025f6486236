import { day } from "@/lib/day";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import type { World } from "./model";
import { aCase, aCertificate, aDecision, aFinding, aPlan, aRecord, aSourcing, aStage2, aTie } from "./record";
import { strangers } from "./walk-inputs";

/** Where a walk begins: at the very start, with findings to answer, with the decision waiting, or certified. */
export type Beginning = "new" | "answering" | "waiting" | "certified";

/** A project at one of the beginnings, with the given body and policy. */
export function begin(beginning: Beginning, bodyConnected: boolean, forwarding: boolean): World {
  const fresh = beginWorld(bodyConnected, forwarding);
  if (beginning === "new") return fresh;
  const record = { ...aRecord(), bodyConnected, ties: fresh.record.ties };
  if (beginning === "answering")
    return { ...fresh, today: day("2027-04-20"), record: withOpenFindings(record) };
  if (beginning === "waiting")
    return { ...fresh, today: day("2027-05-25"), record: forwarding ? withoutReviews(record) : record };
  const decided = aCase({ state: "certified" });
  const edition = { ...record.edition, transitionEndsOn: forwarding ? day("2029-12-31") : null };
  const certified = {
    ...record,
    edition,
    certificationCase: decided,
    decisions: [aDecision()],
    certificates: [aCertificate()],
  };
  return { ...fresh, today: day("2027-06-01"), record: certified };
}

/** Everything waits for the decision but the internal audit and the management review (IS-2). */
function withoutReviews(record: ProjectRecord): ProjectRecord {
  return { ...record, certificationCase: aCase({ internalAudits: [], managementReviews: [] }) };
}

/** Stage 2 reported, with a major and two minors to answer. */
function withOpenFindings(record: ProjectRecord): ProjectRecord {
  const open = { state: "open", plan: null, evidenceFiles: 0, verifiedOn: null } as const;
  const minor = aFinding({ ...open, id: "finding-2", number: "NC-002", grade: "minor", closureDueOn: null });
  const planned = { state: "planned", startsOn: day("2027-04-26"), endsOn: day("2027-04-26") } as const;
  const unheld = { openingHeldOn: null, closingHeldOn: null, reportIssuedOn: null };
  const followUp = aStage2({ id: "audit-3", kind: "follow_up", ...planned, ...unheld });
  return {
    ...record,
    certificationCase: aCase({ state: "findings_open" }),
    audits: [...record.audits, followUp],
    findings: [
      aFinding(open),
      minor,
      { ...minor, id: "finding-3", number: "NC-003", state: "plan_accepted", plan: aPlan() },
    ],
  };
}

/** A new project: nothing asked yet, one person of the body tied to the client. */
function beginWorld(bodyConnected: boolean, forwarding: boolean): World {
  const sourcing = aSourcing({
    state: "planning",
    answerDueOn: null,
    invitedBodyIds: [],
    proposals: [],
    recommendedProposalId: null,
    chosenProposalId: null,
    application: null,
    letter: null,
    amendment: null,
  });
  const record = aRecord({
    bodyId: null,
    bodyConnected,
    sourcing,
    certificationCase: null,
    audits: [],
    findings: [],
    targetOn: day("2028-06-30"),
    ties: [{ ...aTie(strangers.tied), kind: "employment", endedOn: day("2027-01-31") }],
  });
  return { record, today: day("2027-02-01"), policy: { ...defaultPolicy, forwarding }, trail: [] };
}
