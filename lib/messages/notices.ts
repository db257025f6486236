import type { EventDataOf, EventKind } from "../lifecycle/event";
import type { BodyRole, ClientRole } from "../lifecycle/who";
import { paths } from "../paths";

/**
 * Whose people are told: a party's, the bodies that are asked to propose by this act, all that were asked, those that are told that
 * another was chosen, the one that is reminded, the audit teams', who owns an action of the finding, or who owns the task of the plan.
 */
export type Whom =
  | "client"
  | "body"
  | "task"
  | "asked"
  | "invited"
  | "others"
  | "reminded"
  | "team"
  | "owners";

type AtProject = ReturnType<typeof paths.project>;

/**
 * One message that an act sends. It names the record and what happened to it, never what was written there: it may
 * travel by mail, and both sides' findings are confidential (ISO/IEC 17021-1 8.4).
 */
export interface Notice<D> {
  whom: Whom;
  roles: readonly (ClientRole | BodyRole)[];
  says: (data: D) => string;
  /** The page where it is seen or answered, with the organisation's part left open. */
  page: (at: AtProject, ids: { project: string; subject: string }) => string;
}

type Notices = { [K in EventKind]?: readonly Notice<EventDataOf<K>>[] };

/** Stands for the reader's own organisation in an address; no organisation has it for a name. */
export const ANY_ORG = "_";

const manager = { whom: "client", roles: ["manager"] } as const;
const client = { whom: "client", roles: ["manager", "executive"] } as const;
const planner = { whom: "body", roles: ["planner"] } as const;
const decider = { whom: "body", roles: ["decider"] } as const;
const team = { whom: "team", roles: ["auditor"] } as const;

const selection = (at: AtProject) => at.selection;
const engagement = (at: AtProject) => at.engagement;
const ended = { says: () => "Engagement ended", page: engagement };
const ofLetter = (what: string, ...to: readonly (typeof client | typeof planner)[]) =>
  to.map((whom) => ({
    ...whom,
    says: ({ no }: { no: number }) => `Version ${no} of the engagement letter ${what}`,
    page: engagement,
  }));
const decision = (at: AtProject) => at.decision;
const certificate = (at: AtProject) => at.certificate;
const audit = (at: AtProject, { subject }: { subject: string }) => at.audit(subject);
const auditPlan = (at: AtProject, { subject }: { subject: string }) => at.auditPlan(subject);
const finding = (at: AtProject, { subject }: { subject: string }) => at.finding(subject);
const plan = (at: AtProject, { subject }: { subject: string }) => at.plan(subject);
const verification = (at: AtProject, { subject }: { subject: string }) => at.verification(subject);
const request = (_at: AtProject, { project }: { project: string }) => paths.request(ANY_ORG, project);
const actions = () => paths.actions(ANY_ORG);

/** Which acts tell whom, of what. What is not here is found in the trail, and waits on nobody. */
export const notices: Notices = {
  "sourcing.issueRfp": [
    { whom: "asked", roles: ["planner"], says: () => "You are asked for a proposal", page: request },
  ],
  "proposal.invite": [
    { whom: "asked", roles: ["planner"], says: () => "You are asked for a proposal", page: request },
  ],
  "proposal.ask": [{ ...manager, says: ({ body }) => `${body} asks a question`, page: selection }],
  "proposal.answer": [
    { whom: "invited", roles: ["planner"], says: () => "A question on a request is answered", page: request },
  ],
  "proposal.remind": [
    {
      whom: "reminded",
      roles: ["planner"],
      says: () => "Your answer to a request is awaited",
      page: request,
    },
  ],
  "scope.send": [
    { whom: "invited", roles: ["planner"], says: () => "The scope of a request has changed", page: request },
  ],
  // Before the request is out nobody was asked, and nobody is told.
  "proposal.attach": [
    { whom: "invited", roles: ["planner"], says: () => "A document was added to a request", page: request },
  ],
  "proposal.tell": [
    { whom: "others", roles: ["planner"], says: () => "Another body was chosen", page: request },
  ],
  "sourcing.receiveProposal": [
    { ...manager, says: ({ body }) => `Proposal of ${body} received`, page: selection },
  ],
  "sourcing.declineToPropose": [
    { ...manager, says: ({ body }) => `${body} does not propose`, page: selection },
  ],
  "sourcing.recommendCb": [
    {
      whom: "client",
      roles: ["executive"],
      says: ({ body }) => `${body} is recommended for your confirmation`,
      page: selection,
    },
  ],
  "sourcing.selectCb": [{ ...manager, says: ({ body }) => `${body} is confirmed`, page: engagement }],
  "sourcing.returnRecommendation": [
    { ...manager, says: ({ body }) => `Recommendation of ${body} returned`, page: selection },
  ],
  "sourcing.sendApplication": [{ ...planner, says: () => "Application received", page: engagement }],
  "sourcing.acceptApplication": [{ ...manager, says: () => "Application accepted", page: engagement }],
  "sourcing.declineApplication": [{ ...client, says: () => "Application declined", page: engagement }],
  "sourcing.signForClient": [{ ...planner, says: () => "Letter signed by the client", page: engagement }],
  "sourcing.signForBody": [{ ...client, says: () => "Letter signed by the body", page: engagement }],
  "sourcing.amendLetter": ofLetter("drafted", client, planner),
  "sourcing.signAmendmentForClient": ofLetter("signed by the client", planner),
  "sourcing.signAmendmentForBody": ofLetter("signed by the body", client),
  "sourcing.withdrawAmendment": ofLetter("withdrawn", client, planner),
  "sourcing.terminateEngagement": [
    { ...client, ...ended },
    { ...planner, ...ended },
  ],
  "audit.proposeTeam": [{ ...manager, says: (data) => `Team of ${data.audit} proposed`, page: audit }],
  "audit.objectToTeam": [
    { ...planner, says: (data) => `Objection to the team of ${data.audit}`, page: audit },
  ],
  "audit.answerObjection": [
    { ...manager, says: (data) => `Objection to the team of ${data.audit} answered`, page: audit },
  ],
  "audit.confirmTeam": [{ ...team, says: (data) => `Team of ${data.audit} confirmed`, page: audit }],
  "audit.sendPlan": [{ ...manager, says: (data) => `Plan of ${data.audit} sent`, page: auditPlan }],
  "audit.confirmPlan": [{ ...team, says: (data) => `Plan of ${data.audit} confirmed`, page: auditPlan }],
  "audit.cancelAudit": [
    { ...manager, says: (data) => `${data.audit} cancelled`, page: audit },
    { ...team, says: (data) => `${data.audit} cancelled`, page: audit },
  ],
  "audit.issueConcern": [
    { ...manager, says: ({ concern }) => `Area of concern ${concern} issued`, page: audit },
  ],
  "audit.answerConcern": [
    { ...team, says: ({ concern }) => `Area of concern ${concern} answered`, page: audit },
  ],
  "audit.acceptConcern": [
    { ...manager, says: ({ concern }) => `Answer to ${concern} accepted`, page: audit },
  ],
  "audit.returnConcern": [
    { ...manager, says: ({ concern }) => `Answer to ${concern} returned`, page: audit },
  ],
  "audit.reportAudit": [
    {
      ...client,
      says: (data) => `Report of ${data.audit} issued`,
      page: (at, { subject }) => at.auditReport(subject),
    },
  ],
  "audit.terminateAudit": [{ ...client, says: (data) => `${data.audit} terminated`, page: audit }],
  "nonconformity.raise": [{ ...manager, says: ({ number }) => `${number} issued`, page: finding }],
  "nonconformity.submitResponse": [
    { ...team, says: ({ number }) => `Plan of ${number} submitted`, page: verification },
  ],
  "nonconformity.returnResponse": [
    { ...manager, says: ({ number }) => `Plan of ${number} returned`, page: plan },
  ],
  "nonconformity.acceptPlan": [
    { ...manager, says: ({ number }) => `Plan of ${number} accepted`, page: finding },
    {
      whom: "owners",
      roles: ["owner"],
      says: ({ number }) => `You have an action of ${number} to do`,
      page: actions,
    },
  ],
  "task.assign": [
    {
      // Who owns it, whatever their role.
      whom: "task",
      roles: [],
      says: () => "You have a task of the preparation to do",
      page: (_at, { subject }) => paths.task(ANY_ORG, subject),
    },
  ],
  "nonconformity.extendDeadline": [
    { ...manager, says: ({ number }) => `Deadline of ${number} extended`, page: finding },
  ],
  "nonconformity.submitEvidence": [
    { ...team, says: ({ number }) => `Evidence for ${number} submitted`, page: verification },
  ],
  "nonconformity.returnEvidence": [
    { ...manager, says: ({ number }) => `Evidence for ${number} returned`, page: finding },
  ],
  "nonconformity.verify": [{ ...manager, says: ({ number }) => `${number} verified`, page: finding }],
  "nonconformity.close": [{ ...manager, says: ({ number }) => `${number} closed`, page: finding }],
  "certification.notReady": [{ ...client, says: () => "Not ready for Stage 2", page: (at) => at.journey }],
  "certification.completeFindings": [
    { ...decider, says: () => "A file waits for its decision", page: decision },
  ],
  "certification.requireStage2Again": [
    { ...client, says: () => "Another Stage 2 is required", page: (at) => at.journey },
  ],
  "certification.returnForMore": [
    { ...client, says: () => "More information is asked for", page: decision },
    { ...team, says: () => "More information is asked for", page: decision },
  ],
  "certification.grant": [
    { ...client, says: () => "Certification granted", page: decision },
    { ...planner, says: () => "Certification granted: issue the certificate", page: certificate },
  ],
  "certification.refuse": [
    { ...client, says: () => "Certification refused", page: decision },
    { ...planner, says: () => "Certification refused", page: decision },
  ],
  "certificate.issue": [
    { ...client, says: ({ number }) => `Certificate ${number} issued`, page: certificate },
  ],
  "certificate.suspend": [
    { ...client, says: ({ number }) => `Certificate ${number} suspended`, page: certificate },
  ],
  "certificate.restore": [
    { ...client, says: ({ number }) => `Certificate ${number} restored`, page: certificate },
  ],
  "certificate.reduceScope": [
    { ...client, says: ({ number }) => `Scope of certificate ${number} reduced`, page: certificate },
  ],
  "certificate.withdraw": [
    { ...client, says: ({ number }) => `Certificate ${number} withdrawn`, page: certificate },
  ],
  "certificate.expire": [
    { ...client, says: ({ number }) => `Certificate ${number} expired`, page: certificate },
  ],
};

/** What an act of this kind says to whom, ready to be written; nothing for most kinds. */
export function noticesOf<K extends EventKind>(
  kind: K,
  data: EventDataOf<K>,
  ids: { project: string; subject: string },
): { whom: Whom; roles: readonly string[]; subject: string; page: string }[] {
  const at = paths.project(ANY_ORG, ids.project);
  const found: readonly Notice<EventDataOf<K>>[] = notices[kind] ?? [];
  return found.map(({ whom, roles, says, page }) => ({
    whom,
    roles,
    subject: says(data),
    // Each reader's own organisation stands before it.
    page: page(at, ids).slice(`/${ANY_ORG}`.length),
  }));
}
