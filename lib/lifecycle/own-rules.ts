/** The rules that are CertTrail's own: they stand on no clause, so their meaning stands here. */
export const ownRules: Record<string, string> = {
  "ACT-1": "An act has a person, a day that is not in the future, and a state in which it makes sense.",
  "ACT-2": "What a guard of the database refuses is not saved.",
  "SRC-1":
    "A body is asked, compared, recommended, confirmed and engaged in that order; each choice has its reason.",
  "SRC-2": "At least three proposals make a fair comparison.",
  "SRC-3": "A proposal states its auditor days, and they are not far below what is expected.",
  "FWD-1":
    "A body decides alone. Forwarding the file to the accreditation body is an option, off by default.",
  "CASE-1": "The client may withdraw its application as long as it is not certified.",
  "AUD-1":
    "An audit ends when each nonconformity is closed or a minor is carried on; else it is cancelled with a reason.",
  "FND-1": "An issued finding changes only by a recorded act with a reason, and not after the decision.",
  "EXP-1":
    "A certificate lasts at most three years; a day of the month that does not exist becomes the month's last.",
  "EDN-1":
    "An edition is certified, and a certificate valid, only up to the end of the edition's transition.",
  "POL-1": "A body sets its own deadlines within the limits of the standards.",
};
