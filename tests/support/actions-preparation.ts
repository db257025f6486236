import type { Names } from "./actions-table";

/** The server actions by which a client prepares. */
export const preparationActions: Record<string, Record<string, Names>> = {
  "app/(workspace)/[org]/projects/[project]/pre-audit/actions.ts": {
    skipPreAudit: "project",
    startPreAudit: "project",
    finishPreAudit: "project",
  },
  "app/(workspace)/[org]/projects/[project]/preparation/actions.ts": {
    recordInternalAudit: "project",
    recordManagementReview: "project",
    recordSoa: "project",
  },
  "app/(workspace)/[org]/projects/[project]/documents/actions.ts": {
    addDocument: "project",
    editDocument: "part",
    renewDocument: "part",
    approveDocument: "part",
    removeDocument: "part",
    freezeRegister: "project",
  },
  "app/(workspace)/[org]/projects/[project]/awareness/actions.ts": {
    addTrained: "project",
    addTrainedList: "project",
    removeTrained: "part",
  },
  "app/(workspace)/[org]/projects/[project]/risk-treatment/import/actions.ts": {
    previewTreatment: "part",
    importTreatment: "part",
  },
  "app/(workspace)/[org]/projects/[project]/risk-treatment/actions.ts": {
    addTreatment: "project",
    editTreatment: "part",
    removeTreatment: "part",
  },
  "app/(workspace)/[org]/projects/[project]/plan/actions.ts": {
    layOutPlan: "project",
    planPoints: "project",
    addTask: "project",
    editTask: "part",
    removeTask: "part",
    completeTask: "part",
    reopenTask: "part",
  },
  "app/(workspace)/[org]/projects/[project]/soa/import/actions.ts": {
    previewSoa: "part",
    importSoa: "part",
  },
  "app/(workspace)/[org]/projects/[project]/soa/actions.ts": {
    approveSoa: "project",
    saveSoa: "project",
    addOwnControl: "project",
    addEvidence: "project",
    removeEvidence: "part",
    removeOwnControl: "project",
  },
};
