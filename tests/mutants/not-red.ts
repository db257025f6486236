/**
 * Checks whose removal no cell turns red, each group with its reason. A further one fails the run, and so does one that a cell
 * turns red now: then it leaves this list. Row level security stands behind the lookups of the store, and is asleep here.
 */
export const notRed: readonly string[] = [
  // Commands of the tables that no page and no act asks for yet; with their screens they leave this list.
  "not reached permission certification.withdrawApplication",
  "not reached permission nonconformity.notEffective",
  "not reached permission certificate.surveillancePassed",
  "not reached permission certificate.expire",
  "not reached permission certificate.endTransition",
  "not reached permission certificate.renew",
  "not reached permission certificate.restoreAfterExpiry",
  "not reached permission certificate.lapse",
  "not reached permission certificate.requestSuspension",
  "not reached permission certificate.suspend",
  "not reached permission certificate.restore",
  "not reached permission certificate.reduceScope",
  "not reached permission certificate.expandScope",
  "not reached permission certificate.reissue",
  "not reached permission certificate.requestWithdrawal",
  "not reached permission certificate.withdraw",
  "not reached permission certificate.transferOut",
  "not reached permission certificate.loseAccreditation",
  "not reached guard no-later-audit before nonconformity.notEffective",
];
