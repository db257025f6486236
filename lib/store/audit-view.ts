import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import type { Day } from "../day";
import type { AuditFacts } from "../lifecycle/audit-rules";
import { isPlanShared } from "../lifecycle/reading";
import type { AuditRecord, TeamRole } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { auditQuery } from "./audit-sql";
import { db } from "./db";
import { knownId, reachProject } from "./reach";
import type { LoadedProject } from "./record";
import type { Verdict } from "./stage1";
import { recordsForBody, viewingFacts } from "./viewing";

export interface TeamMemberView {
  personId: string;
  name: string;
  role: TeamRole;
}

export interface ObjectionView {
  id: string;
  /** The member it is about; null = the team as a whole. */
  about: string | null;
  ground: string;
  raisedBy: string;
  raisedOn: Day;
  answer: string | null;
  upheld: boolean | null;
  answeredBy: string | null;
  answeredOn: Day | null;
}

export interface SessionView {
  id: string;
  on: Day;
  startsAt: string;
  endsAt: string;
  topic: string;
  siteId: string | null;
  site: string | null;
  auditorId: string | null;
  auditor: string | null;
  interviewee: string | null;
}

export interface InterviewView {
  id: string;
  on: Day;
  who: string;
  topic: string;
  note: string | null;
}

export interface ConcernView {
  id: string;
  number: string | null;
  requirementRef: string;
  statement: string;
  blocking: boolean;
  state: "draft" | "open" | "answered" | "accepted";
  answer: string | null;
  answeredBy: string | null;
  answeredOn: Day | null;
  comment: string | null;
  acceptedBy: string | null;
  acceptedOn: Day | null;
  draftedByOrganisationId: string;
}

/** Who wrote down an act of the body, and whether the body has confirmed it since. */
export interface RecordedView {
  by: string;
  standing: "recorded" | "confirmed" | "corrected";
}

export interface AuditDetails {
  no: number;
  objectives: string | null;
  timeJustification: string | null;
  remoteNote: string | null;
  teamCompetence: string | null;
  openingAttendance: string | null;
  closingAttendance: string | null;
  disagreements: string | null;
  summary: string | null;
  endedReason: string | null;
  client: string;
  body: string;
  team: TeamMemberView[];
  objections: ObjectionView[];
  sessions: SessionView[];
  readiness: { key: string; verdict: Verdict; note: string | null }[];
  interviews: InterviewView[];
  concerns: ConcernView[];
  sites: { id: string; name: string }[];
  /** Recorded acts of this audit by event kind, for a concern with its number: "audit.issueConcern S1-01". */
  recorded: Record<string, RecordedView>;
}

export interface AuditView extends LoadedProject {
  audit: AuditRecord;
  details: AuditDetails;
  /** Whether this person's side writes the audit and so sees what is not finished. */
  seesDrafts: boolean;
  /** What the tables are asked for this person's own acts. */
  facts: AuditFacts;
  /** The same for acts of the body that this person records; null where the person records none. */
  recordedFacts: AuditFacts | null;
}

/**
 * An audit as its pages show it to this person; read once a request, for the page and for its title. Throws NotThere for
 * an audit of somebody else.
 */
export const readAudit = cache(readAuditOnce);

async function readAuditOnce(actor: Actor, projectId: string, auditId: string): Promise<AuditView> {
  const project = await reachProject(actor, projectId);
  const audit = project.record.audits.find(({ id }) => id === knownId(auditId));
  if (!audit) throw new NotThere();
  const [details] = await db(actor).$queryRaw<AuditDetails[]>(auditQuery(project.record.id, audit.id));
  if (!details) throw new NotThere();
  const seesDrafts = actor.side === "body" || !project.record.bodyConnected;
  const isRecording = recordsForBody(actor, project);
  return {
    ...project,
    audit,
    details: seesDrafts ? details : hideUnfinished(actor, audit, details),
    seesDrafts,
    facts: { ...viewingFacts(actor, project), audit },
    recordedFacts: isRecording ? { ...viewingFacts(actor, project, { recorded: true }), audit } : null,
  };
}

/** What the auditing side has not given away yet: team and plan before they are sent, notes before the report, drafts. */
function hideUnfinished(actor: Actor, audit: AuditRecord, details: AuditDetails): AuditDetails {
  const isTeamKnown = audit.teamProposedOn !== null;
  const isReported = audit.reportIssuedOn !== null;
  return {
    ...details,
    team: isTeamKnown ? details.team : [],
    teamCompetence: isTeamKnown ? details.teamCompetence : null,
    sessions: isPlanShared(audit) ? details.sessions : [],
    readiness: isReported ? details.readiness : [],
    interviews: isReported ? details.interviews : [],
    concerns: details.concerns.filter(
      ({ state, draftedByOrganisationId }) =>
        state !== "draft" || draftedByOrganisationId === actor.organisationId,
    ),
  };
}
