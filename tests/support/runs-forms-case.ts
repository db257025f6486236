import type { ActCommand, Call } from "./runs-act";
import { asField, type Fields, type RunForm, same } from "./runs-form";

type CaseCommand = Extract<
  ActCommand,
  `sourcing.${string}` | `certification.${string}` | `certificate.${string}`
>;

const inProject = (folder: string, name: string, fields?: RunForm["fields"]): RunForm => ({
  file: `app/(workspace)/[org]/projects/[project]/${folder}actions.ts`,
  name,
  fields,
});
const selection = (name: string, fields?: RunForm["fields"]) => inProject("selection/", name, fields);
const engagement = (name: string, fields?: RunForm["fields"]) => inProject("engagement/", name, fields);
const decision = (name: string, fields?: RunForm["fields"]) => inProject("decision/", name, fields);
const ofAudit = (name: string, fields?: RunForm["fields"]) => inProject("audits/[audit]/", name, fields);

const offer: Fields = {
  days: { stage1: "3", stage2: "7", surveillance1: "3.5", surveillance2: "3.5", recertification: "7" },
  currency: "EUR",
  amounts: { dayRateMinor: "1400" },
};
/** Name and function stand under a letter; the name is the signer's own. */
const signature = ({ input }: Call): Fields => ({ position: asField(input.signatory) });
const letter = ({ input, row, world }: Call): Fields => ({
  ...{ scope: world.record.scope, siteIds: (input.siteIds as string[]).map(row), feesText: "As offered" },
  ...{ standardText: "ISO/IEC 27001:2022", daysText: "10", datesText: "Spring", confidentiality: "Agreed" },
  ...{ form: "written", duties: input.duties as string[] },
});
const held = ({ input }: Call): Fields => ({
  heldOn: asField(input.on),
  coversScope: input.coversScope === true ? "yes" : undefined,
  who: "Ana Ruiz",
});
const stage1Of = ({ input, row }: Call): Fields => ({
  audit: row(String(input.auditId)),
  reason: asField(input.reason),
});

/** An offer is entered by the client for any body, or sent by a body for itself on a page of its own. */
const receiveProposal: RunForm = {
  ...selection("enterProposal", ({ input, row }) => ({ ...offer, body: row(String(input.bodyId)) })),
  isThere: ({ actor }) => actor.side === "client",
};

export const caseForms: Record<CaseCommand, RunForm> = {
  "sourcing.issueRfp": selection("issueRfp", ({ input, row }) => ({
    answerDueOn: asField(input.answerDueOn),
    bodyIds: (input.bodyIds as string[]).map(row),
  })),
  "sourcing.receiveProposal": receiveProposal,
  "sourcing.declineToPropose": {
    file: "app/(workspace)/[org]/requests/actions.ts",
    name: "declineToPropose",
    fields: same("reason"),
  },
  "sourcing.evaluate": selection("evaluate"),
  "sourcing.recommendCb": selection("recommendCb", ({ input, row }) => ({
    proposalId: row(String(input.proposalId)),
    reason: asField(input.reason),
    involvedIds: (input.involvedIds as string[]).map(row),
    hasConflicts: asField(input.hasConflicts),
    hasWork: "false",
  })),
  "sourcing.selectCb": selection("selectCb"),
  "sourcing.returnRecommendation": selection("returnRecommendation", same("reason")),
  "sourcing.sendApplication": engagement("sendApplication", ({ input }) => ({
    ...same("signatory", "consultancy")({ input } as Call),
    consultancyBodyRelated: String(input.consultancyBodyRelated === true),
  })),
  "sourcing.acceptApplication": engagement("acceptApplication", same("competence")),
  "sourcing.declineApplication": engagement("declineApplication", same("reason")),
  "sourcing.draftLetter": engagement("draftLetter", letter),
  "sourcing.amendLetter": engagement("amendLetter", (call) => ({
    ...letter(call),
    reason: asField(call.input.reason),
  })),
  "sourcing.signAmendmentForClient": engagement("signAmendmentForClient", signature),
  "sourcing.signAmendmentForBody": engagement("signAmendmentForBody", signature),
  "sourcing.withdrawAmendment": engagement("withdrawAmendment", same("reason")),
  "sourcing.signForClient": engagement("signForClient", signature),
  "sourcing.signForBody": engagement("signForBody", signature),
  "sourcing.terminateEngagement": engagement("terminateEngagement", same("reason")),
  "certification.startPreAudit": inProject(
    "pre-audit/",
    "startPreAudit",
    same("provider", "byBody", "startsOn"),
  ),
  "certification.finishPreAudit": inProject(
    "pre-audit/",
    "finishPreAudit",
    same("endsOn", "gaps", "recommendations"),
  ),
  "certification.skipPreAudit": inProject("pre-audit/", "skipPreAudit"),
  "certification.recordInternalAudit": inProject("preparation/", "recordInternalAudit", held),
  "certification.recordManagementReview": inProject("preparation/", "recordManagementReview", held),
  "certification.recordSoa": inProject("preparation/", "recordSoa", ({ input }) => ({
    soaVersion: asField(input.version),
    approvedOn: asField(input.approvedOn),
  })),
  "certification.createAudit": inProject("audits/", "createAudit", same("kind")),
  "certification.readyForStage2": ofAudit("confirmReadiness", stage1Of),
  "certification.notReady": ofAudit("sendBack", stage1Of),
  "certification.reviewStage1Again": inProject("audits/", "reviewStage1Again", same("reason")),
  "certification.completeFindings": inProject("audits/", "completeFindings"),
  "certification.requireStage2Again": inProject("audits/", "requireStage2Again"),
  "certification.scheduleStage2Again": inProject("audits/", "scheduleStage2Again"),
  "certification.returnForMore": decision("askForMore", same("reason")),
  "certification.forwardToAccreditationBody": decision("forwardFile", () => ({ to: "DAkkS" })),
  "certification.recordAccreditationAnswer": decision("recordAnswer", same("answeredOn", "answer")),
  "certification.grant": decision("grantCertification", same("grounds")),
  "certification.refuse": decision("refuseCertification", same("reason")),
  "certification.upholdAppeal": decision("upholdAppeal", same("reason")),
  "certificate.issue": inProject("certificate/", "issueCertificate", ({ input, submission }) => ({
    ...same("effectiveFrom", "expiresOn")({ input } as Call),
    number: `${input.number}-${submission.id}`,
  })),
};
