/** Commands by which a body gives or renews a certificate's value (invariants 1, 2, 9, 22). */
export const giving = [
  "certification.grant",
  "certificate.issue",
  "certificate.renew",
  "certificate.expandScope",
  "certificate.restoreAfterExpiry",
];
/** Decisions of the body on certification (invariants 3, 5, 20). */
export const deciding = [
  "certification.grant",
  "certification.refuse",
  "certification.returnForMore",
  "certificate.renew",
  "certificate.restoreAfterExpiry",
  "certificate.suspend",
  "certificate.restore",
  "certificate.reduceScope",
  "certificate.expandScope",
  "certificate.withdraw",
];
/** Acts that only the body takes: accept, verify, grade, close, decide (invariant 19). */
export const judging = [
  ...deciding,
  "nonconformity.raise",
  "nonconformity.acceptPlan",
  "nonconformity.returnResponse",
  "nonconformity.returnEvidence",
  "nonconformity.verify",
  "nonconformity.close",
  "nonconformity.regrade",
  "nonconformity.withdrawFinding",
  "nonconformity.extendDeadline",
  "audit.acceptConcern",
];
/** Commands of a certificate that never move its expiry (invariant 7). */
export const keepingExpiry = [
  "surveillancePassed",
  "suspend",
  "restore",
  "reduceScope",
  "expandScope",
  "reissue",
  "requestSuspension",
];
