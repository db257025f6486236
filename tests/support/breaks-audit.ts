import { day } from "@/lib/day";
import type { RefusalCode } from "@/lib/lifecycle/refusal";
import {
  type Break,
  byPerson,
  inOrder,
  onDay,
  withAudit,
  withCase,
  withInput,
  withPolicy,
  withRecord,
} from "./break";
import { people } from "./people";
import { aConcern, aDecision, aFinding, aTie } from "./record";

const pair = (second: { personId: string; role: string }) =>
  withInput({ members: [{ personId: people.lead, role: "lead" }, second] });
const open = { id: "objection-1", answered: false, upheld: false };

/** For each code of an audit: the one change to a passing moment that brings it up. */
export const auditBreaks: Partial<Record<RefusalCode, Break>> = {
  "not-lead": byPerson(people.auditor),
  "not-on-team": byPerson(people.decider),
  "team-one-lead": withInput({ members: [{ personId: people.auditor, role: "auditor" }] }),
  "team-member-twice": pair({ personId: people.lead, role: "expert" }),
  "team-member-of-client": pair({ personId: people.owner, role: "observer" }),
  "team-member-tied": withRecord({ ties: [aTie(people.auditor)] }),
  "team-member-conflict": withRecord({ ties: [{ ...aTie(people.auditor), kind: "family" }] }),
  "team-competence-gap": withInput({
    register: { needs: [{ kind: "language", what: "German" }], held: [], on: day("2027-06-01") },
  }),
  "team-member-decided": withRecord({
    decisions: [aDecision({ deciderId: people.auditor, kind: "return" })],
  }),
  "team-competence-missing": withInput({ competence: "Yes" }),
  "ground-missing": withInput({ ground: "No" }),
  "objection-unknown": withInput({ objectionId: "objection-2" }),
  "objection-open": inOrder(withAudit({ objections: [open], objectionWaivedOn: day("2027-03-11") })),
  "objection-window-open": withAudit({ teamProposedOn: day("2027-05-27") }),
  "day-in-past": withInput({ startsOn: day("2027-05-31") }),
  "required-days-missing": withInput({ requiredCentidays: null }),
  "planned-days-too-low": withInput({ plannedCentidays: 750 }),
  "stage2-before-stage1": inOrder(onDay("2027-03-01"), withInput({ startsOn: day("2027-03-03") })),
  "session-outside-audit": withInput({ on: day("2027-04-15") }),
  "session-without-length": withInput({ toMinute: 540 }),
  "session-topic-missing": withInput({ topic: "" }),
  "session-auditor-unknown": withInput({ auditorIds: [people.decider] }),
  "dates-missing": withAudit({ startsOn: null }),
  "session-missing": withAudit({ sessions: 0 }),
  "plan-sent-late": withAudit({ startsOn: day("2027-06-14") }),
  "plan-not-sent": withAudit({ planSentOn: null }),
  "plan-already-confirmed": withAudit({ planConfirmedOn: day("2027-03-22") }),
  "audit-not-yet": withAudit({ startsOn: day("2027-06-02") }),
  "case-not-there": withCase({ state: "stage2_planned" }),
  "attendance-missing": withInput({ attendance: [" "] }),
  "meeting-already-held": withAudit({ openingHeldOn: day("2027-04-12"), closingHeldOn: day("2027-04-14") }),
  "opening-missing": withAudit({ openingHeldOn: null }),
  "closing-missing": withAudit({ closingHeldOn: null }),
  "only-stage1": withAudit({ kind: "stage2" }),
  "no-finding-in-stage1": withAudit({ kind: "stage1" }),
  "interview-incomplete": withInput({ topic: "" }),
  "concern-text-missing": withInput({ text: "Short" }),
  "concern-not-there": withInput({ concernId: "concern-2" }),
  "report-before-last-day": withAudit({ endsOn: day("2027-06-02") }),
  "draft-findings-left": withRecord({ findings: [aFinding({ state: "draft" })] }),
  "draft-concerns-left": withAudit({ concerns: [aConcern({ state: "draft" })] }),
  "readiness-incomplete": inOrder(
    withAudit({ kind: "stage1", readiness: { looked: 11, listed: 12, missing: 0 } }),
    withInput({ conclusion: "ready" }),
  ),
  "conclusion-missing": withAudit({ kind: "stage1" }),
  "conclusion-ignores-concern": inOrder(
    withAudit({ kind: "stage1", concerns: [aConcern()] }),
    withInput({ conclusion: "ready" }),
  ),
  "recommendation-missing": withInput({ recommendation: null }),
  "scope-conclusion-missing": withInput({ scopeAppropriate: null }),
  "objectives-unconfirmed": withInput({ objectivesMet: null }),
  "statement-missing": withInput({ statement: "Good." }),
  "findings-unsettled": withRecord({ findings: [aFinding({ state: "plan_accepted", grade: "minor" })] }),
};

/** An auditor who does not lead asks, in the place of the planner. */
const auditorAsks: Break = (scene) => {
  const { moment } = scene.facts;
  const who = { ...moment.who, roles: ["auditor" as const] };
  return { ...scene, facts: { ...scene.facts, moment: { ...moment, personId: people.auditor, who } } };
};

export const auditOverrides: Record<string, Break> = {
  "audit.proposeTeam/team-one-lead": withAudit({ team: [{ personId: people.auditor, role: "auditor" }] }),
  "audit.answerObjection/reason-missing": withInput({ answer: "No." }),
  "audit.proposeTeam/letter-not-signed": withRecord({ siteIds: ["berlin", "lyon", "porto"] }),
  "audit.planAudit/not-lead": auditorAsks,
  "audit.waiveObjection/objection-open": withAudit({ objections: [open] }),
  "audit.holdClosing/meeting-already-held": withAudit({ closingHeldOn: day("2027-04-14") }),
  "audit.setDates/stage2-before-stage1": inOrder(
    onDay("2027-03-01"),
    withInput({ startsOn: day("2027-03-03") }),
  ),
  "audit.sendPlan/plan-sent-late": withPolicy({ planLeadDays: 42 }),
};
