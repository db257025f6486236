import { ownActions } from "./actions-own";
import { preparationActions } from "./actions-preparation";

/**
 * What the ids in an action's form name: nothing but the own organisation; something of the organisation (a site, a
 * person, a body of the register); a project; a part of a project (an audit, a finding, an entry) beside the project.
 * "public" actions are for people who are not signed in and carry no ids.
 */
export type Names = "public" | "own" | "member" | "project" | "part";

/** Every server action. A new one fails tests/integration/stranger.test.ts until it says here what its form names. */
export const actionsByFile: Record<string, Record<string, Names>> = {
  ...ownActions,
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/actions.ts": {
    startAudit: "part",
    concludeAudit: "part",
    cancelAudit: "part",
    terminateAudit: "part",
    holdOpening: "part",
    holdClosing: "part",
    confirmReadiness: "part",
    sendBack: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/log/actions.ts": {
    saveDraft: "part",
    keepDraft: "part",
    editDraft: "part",
    discardDraft: "part",
    issueFinding: "part",
    issueFindings: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/plan/actions.ts": {
    setDates: "part",
    saveSession: "part",
    removeSession: "part",
    sendPlan: "part",
    confirmPlan: "part",
    planAudit: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/readiness/actions.ts": {
    setReadiness: "part",
    addInterview: "part",
    draftConcern: "part",
    issueConcern: "part",
    discardConcern: "part",
    answerConcern: "part",
    acceptConcern: "part",
    returnConcern: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/report/actions.ts": {
    saveReportDraft: "part",
    issueReport: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audits/[audit]/team-actions.ts": {
    setTeam: "part",
    proposeTeam: "part",
    objectToTeam: "part",
    answerObjection: "part",
    waiveObjection: "part",
    confirmTeam: "part",
  },
  "app/(workspace)/[org]/projects/[project]/audit-time/actions.ts": {
    saveScope: "project",
  },
  "app/(workspace)/[org]/projects/[project]/audits/actions.ts": {
    createAudit: "project",
    reviewStage1Again: "project",
    completeFindings: "project",
    requireStage2Again: "project",
    scheduleStage2Again: "project",
  },
  "app/(workspace)/[org]/projects/[project]/certificate/actions.ts": {
    issueCertificate: "project",
  },
  "app/(workspace)/[org]/projects/[project]/decision/actions.ts": {
    grantCertification: "project",
    askForMore: "project",
    refuseCertification: "project",
    upholdAppeal: "project",
    forwardFile: "project",
    recordAnswer: "project",
  },
  "app/(workspace)/[org]/projects/[project]/engagement/actions.ts": {
    sendApplication: "project",
    acceptApplication: "project",
    declineApplication: "project",
    draftLetter: "project",
    signForClient: "project",
    amendLetter: "project",
    signAmendmentForClient: "project",
    signAmendmentForBody: "project",
    withdrawAmendment: "project",
    signForBody: "project",
    terminateEngagement: "project",
  },
  "app/(workspace)/[org]/projects/[project]/export/actions.ts": {
    proveForExport: "project",
  },
  "app/(workspace)/[org]/projects/[project]/findings/[finding]/actions.ts": {
    regradeFinding: "part",
    withdrawFinding: "part",
    extendDeadline: "part",
  },
  "app/(workspace)/[org]/projects/[project]/findings/[finding]/plan/actions.ts": {
    sendPlan: "part",
    proveAction: "part",
    submitEvidence: "part",
  },
  "app/(workspace)/[org]/projects/[project]/findings/[finding]/verification/actions.ts": {
    acceptPlan: "part",
    returnPlan: "part",
    returnEvidence: "part",
    verifyFinding: "part",
    closeFinding: "part",
    carryFinding: "part",
  },
  "app/(workspace)/[org]/projects/[project]/recorded/actions.ts": {
    confirmRecordedAct: "part",
    correctRecordedAct: "part",
  },
  "app/(workspace)/[org]/projects/[project]/selection/compare/actions.ts": {
    saveWeights: "project",
    markExpertise: "part",
    saveOfferNote: "part",
  },
  "app/(workspace)/[org]/projects/[project]/selection/actions.ts": {
    convertOffers: "project",
    makeAnswerLink: "part",
    revokeAnswerLink: "part",
    answerQuestion: "part",
    tellOtherBodies: "project",
    issueRfp: "project",
    inviteBody: "part",
    enterProposal: "part",
    evaluate: "project",
    recommendCb: "part",
    selectCb: "project",
    returnRecommendation: "project",
  },
  "app/(workspace)/[org]/projects/[project]/selection/request/actions.ts": {
    attachToRequest: "part",
    detachFromRequest: "part",
    remindBody: "part",
    sendScopeChanges: "project",
  },
  ...preparationActions,
  "app/(workspace)/[org]/projects/new/actions.ts": {
    startProject: "own",
    editProject: "project",
  },
  "app/(workspace)/[org]/requests/actions.ts": {
    sendProposal: "project",
    declineToPropose: "project",
    askQuestion: "project",
  },
};

/** The actions that only set cookies of the person's own browser or end the own session. */
export const ofTheOwnBrowser: Record<string, readonly string[]> = {
  "app/(workspace)/[org]/frame-actions.ts": ["saveKeys", "saveTheme", "signOut"],
};
