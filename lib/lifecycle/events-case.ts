import { onDay, type Reasoned, told } from "./event-text";

type Held = {
  on: string;
};

/** What happened in the certification case, from preparation to the decision. */
export const caseEvents = {
  "certification.startPreAudit": told<{ provider: string }>(
    "Pre-audit started",
    ({ provider }) => `started the pre-audit by ${provider}`,
  ),
  "certification.finishPreAudit": told("Pre-audit finished", "finished the pre-audit"),
  "certification.skipPreAudit": told("Pre-audit skipped", "skipped the pre-audit"),
  "certification.recordInternalAudit": told<Held>(
    "Internal audit recorded",
    ({ on }) => `recorded the internal audit of ${onDay(on)}`,
  ),
  "certification.recordManagementReview": told<Held>(
    "Management review recorded",
    ({ on }) => `recorded the management review of ${onDay(on)}`,
  ),
  "certification.recordSoa": told<{ version: string; approvedOn: string }>(
    "Statement of Applicability recorded",
    ({ version, approvedOn }) =>
      `recorded Statement of Applicability ${version}, approved on ${onDay(approvedOn)}`,
  ),
  "certification.createAudit": told<{ audit: string }>("Audit created", ({ audit }) => `created ${audit}`),
  "certification.scheduleStage1": told("Stage 1 scheduled", "scheduled Stage 1"),
  "certification.completeStage1": told("Stage 1 completed", "completed Stage 1"),
  "certification.readyForStage2": told("Ready for Stage 2", "confirmed that the client is ready for Stage 2"),
  "certification.notReady": told<Reasoned>(
    "Not ready for Stage 2",
    ({ reason }) => `sent the case back to preparation: ${reason}`,
  ),
  "certification.reviewStage1Again": told<Reasoned>(
    "Stage 1 reviewed again",
    ({ reason }) => `took Stage 1 up for review again: ${reason}`,
  ),
  "certification.startStage2": told("Stage 2 started", "started Stage 2"),
  "certification.terminateAudit": told<Reasoned>(
    "Stage terminated",
    ({ reason }) => `took the case back to preparation after the audit was terminated: ${reason}`,
  ),
  "certification.closeStage2": told("Stage 2 closed", "closed Stage 2"),
  "certification.completeFindings": told(
    "Handed over to the decision",
    "handed the case over to the decision",
  ),
  "certification.requireStage2Again": told(
    "Another Stage 2 required",
    "required another Stage 2, because six months have passed",
  ),
  "certification.scheduleStage2Again": told("Another Stage 2 scheduled", "scheduled another Stage 2"),
  "certification.returnForMore": told<Reasoned>(
    "More information asked",
    ({ reason }) => `asked for more information before the decision: ${reason}`,
  ),
  "certification.forwardToAccreditationBody": told(
    "Forwarded to the accreditation body",
    "forwarded the file to the accreditation body",
  ),
  "certification.recordAccreditationAnswer": told<{ answer: string }>(
    "Accreditation body answered",
    ({ answer }) => `recorded the answer of the accreditation body: ${answer}`,
  ),
  "certification.grant": told<{ grounds: string }>(
    "Certification granted",
    ({ grounds }) => `granted certification: ${grounds}`,
  ),
  "certification.refuse": told<Reasoned>(
    "Certification refused",
    ({ reason }) => `refused certification: ${reason}`,
  ),
  "certification.upholdAppeal": told<Reasoned>(
    "Appeal upheld",
    ({ reason }) => `upheld the appeal against the refusal: ${reason}`,
  ),
  "certification.withdrawApplication": told<Reasoned>(
    "Application withdrawn",
    ({ reason }) => `withdrew the application: ${reason}`,
  ),
};
