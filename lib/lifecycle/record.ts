import type { Day } from "@/lib/day";
import type { AuditState } from "./audit-states";
import type { CertificateState } from "./certificate-states";
import type { CaseState } from "./certification-states";
import type { NonconformityState } from "./nonconformity-states";
import type { SourcingState } from "./sourcing-states";

/**
 * The record of one certification project, as plain data: everything a rule may read. The store loads it in a
 * bounded number of queries; pages, dossiers and server refusals all ask the same functions about it.
 */
export interface ProjectRecord {
  id: string;
  clientId: string;
  /** Every active member of the client organisation: none of them can be on a team or decide (17021-1 5.2). */
  clientPersonIds: readonly string[];
  /** The chosen certification body; null until one is selected. */
  bodyId: string | null;
  bodyConnected: boolean;
  standardId: string;
  edition: EditionRecord;
  /** ISO/IEC 27001 asks for a Statement of Applicability; the other standards do not (IS-5). */
  needsSoa: boolean;
  scope: string;
  targetOn: Day | null;
  timeZone: string;
  personsInScope: number;
  siteIds: readonly string[];
  sourcing: SourcingRecord;
  /** Null until both sides have signed the engagement letter (invariant 13). */
  certificationCase: CaseRecord | null;
  audits: readonly AuditRecord[];
  findings: readonly FindingRecord[];
  decisions: readonly DecisionRecord[];
  certificates: readonly CertificateRecord[];
  /** What ties people of a body to this client (IMP-4, IMP-7). */
  ties: readonly TieRecord[];
  /** Bodies that did internal audits for this client or whose relatives gave it consultancy (IMP-2, IMP-3). */
  bodyTies: readonly { bodyId: string; kind: "internal_audit" | "consultancy"; endedOn: Day | null }[];
}

/** What ties one person to the client: work for it, or a conflict that was declared. */
export interface TieRecord {
  personId: string;
  kind: TieKind;
  /** The day it ended; null = still going on. */
  endedOn: Day | null;
  /** Whether the body has decided that the person may take part, with safeguards; never for work (IMP-4). */
  cleared: boolean;
}

export const tieKinds = [
  "consultancy",
  "employment",
  "internal_audit",
  "financial",
  "family",
  "other",
] as const;
export type TieKind = (typeof tieKinds)[number];

/** An edition of a standard and its transition (domain.md 3.8). */
export interface EditionRecord {
  publishedOn: Day;
  /** Last day on which a new certificate may be decided; null = no transition announced. */
  lastNewCertificateOn: Day | null;
  /** No certificate of this edition is valid after this day. */
  transitionEndsOn: Day | null;
}

export interface SourcingRecord {
  state: SourcingState;
  version: number;
  answerDueOn: Day | null;
  invitedBodyIds: readonly string[];
  proposals: readonly ProposalRecord[];
  recommendedProposalId: string | null;
  chosenProposalId: string | null;
  /** Cleared again when the body declines. */
  application: {
    sentOn: Day;
    signatory: string;
    consultancyBodyRelated: boolean;
    consultancyEndedOn: Day | null;
  } | null;
  /** The letter in force; before both sides have signed the first one, that one. */
  letter: LetterRecord | null;
  /** A later version that both sides have not signed yet, nor one of them withdrawn. */
  amendment: LetterRecord | null;
}

/** A version of the engagement letter as far as a rule asks about it. */
export interface LetterRecord {
  siteIds: readonly string[];
  clientSignedOn: Day | null;
  bodySignedOn: Day | null;
}

export interface ProposalRecord {
  id: string;
  bodyId: string;
  declined: boolean;
  /** Sent by the body itself, not entered by the client from a document. */
  enteredByBody: boolean;
  validUntil: Day | null;
  /** Stage 1 + Stage 2 in hundredths of an auditor day; null = not stated. */
  initialCentidays: number | null;
  /** What ISO/IEC 27006-1 expects for this client, same unit; null = above the table. */
  expectedCentidays: number | null;
  /** First and last day of the accreditation that lasts longest; null = not stated. */
  accreditedFrom: Day | null;
  accreditedUntil: Day | null;
  /** Accredited for the standard of the project by a recognised accreditation body. */
  accredited: boolean;
}

export interface CaseRecord {
  id: string;
  state: CaseState;
  version: number;
  preAudit: { byBody: boolean; startsOn: Day; endsOn: Day | null } | null;
  /** Internal audits and management reviews performed (IS-2, invariant 17). */
  internalAudits: readonly { on: Day; coversScope: boolean }[];
  managementReviews: readonly { on: Day; coversScope: boolean }[];
  soa: { version: string; approvedOn: Day } | null;
  forwardedOn: Day | null;
  forwardAnsweredOn: Day | null;
}

export type AuditKind = "stage1" | "stage2" | "follow_up";
export type TeamRole = "lead" | "auditor" | "expert" | "observer" | "trainee";
export type Readiness = "ready" | "ready_after_corrections" | "not_ready";
/** What the team recommends to the decider (DEC-9). */
export type Recommendation = "certify" | "certify_after_plan" | "certify_after_follow_up" | "not_recommended";

export interface AuditRecord {
  id: string;
  kind: AuditKind;
  state: AuditState;
  version: number;
  startsOn: Day | null;
  endsOn: Day | null;
  /** Required and planned auditor time in hundredths of a day; auditors only (TIM-2, invariant 15). */
  requiredCentidays: number | null;
  plannedCentidays: number | null;
  team: readonly { personId: string; role: TeamRole }[];
  teamProposedOn: Day | null;
  /** The client said that it will not object: the window need not pass. */
  objectionWaivedOn: Day | null;
  objections: readonly { id: string; answered: boolean; upheld: boolean }[];
  sessions: number;
  planSentOn: Day | null;
  planConfirmedOn: Day | null;
  openingHeldOn: Day | null;
  closingHeldOn: Day | null;
  /** Stage 1 readiness list: items looked at, and those seen missing. */
  readiness: { looked: number; listed: number; missing: number };
  /** Stage 1 only. */
  conclusion: Readiness | null;
  /** Stage 2 and follow-up only. */
  recommendation: Recommendation | null;
  reportIssuedOn: Day | null;
  concerns: readonly ConcernRecord[];
}

export interface ConcernRecord {
  id: string;
  blocking: boolean;
  state: "draft" | "open" | "answered" | "accepted";
}

export type Grade = "conformity" | "opportunity" | "minor" | "major";

/** Where a carried minor goes when the surveillance audit is not planned yet. */
export const NEXT_SURVEILLANCE = "surveillance_1";

export interface FindingRecord {
  id: string;
  auditId: string;
  authorId: string;
  number: string | null;
  /** Null only while it is a draft: what an auditor jots down is graded later. */
  grade: Grade | null;
  /** Every grade the finding has had since it was issued, the first one first; append-only (invariant 18). */
  grades: readonly Grade[];
  state: NonconformityState;
  version: number;
  hasRequirement: boolean;
  hasStatement: boolean;
  hasEvidence: boolean;
  issuedOn: Day | null;
  planDueOn: Day | null;
  closureDueOn: Day | null;
  plan: PlanRecord | null;
  evidenceFiles: number;
  verifiedOn: Day | null;
  /** An audit's id, or NEXT_SURVEILLANCE; null = not carried. */
  carriedTo: string | null;
}

export interface PlanRecord {
  hasCorrection: boolean;
  hasExtent: boolean;
  hasCause: boolean;
  actions: readonly { id: string; ownerId: string | null; dueOn: Day | null; done: boolean }[];
}

export interface DecisionRecord {
  id: string;
  kind: "grant" | "refuse" | "return" | "appeal_upheld";
  decidedOn: Day;
  /** Who decided; for an appeal, who handled it. */
  deciderId: string;
}

export interface CertificateRecord {
  id: string;
  state: CertificateState;
  version: number;
  decisionId: string;
  decidedOn: Day;
  effectiveFrom: Day;
  expiresOn: Day;
  suspendedOn: Day | null;
  suspendedUntil: Day | null;
}
