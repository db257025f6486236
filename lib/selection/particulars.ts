/** What an offer says in words of the people who audit and of its terms. */

export const expertiseKeys = [
  "sectors",
  "technologies",
  "leadAuditor",
  "auditLanguages",
  "combinedStandards",
] as const;
export type ExpertiseKey = (typeof expertiseKeys)[number];

export const termKeys = ["paymentTerms", "cancellationTerms", "transferTerms", "priceLock"] as const;
export type TermKey = (typeof termKeys)[number];

export const particularKeys = [...expertiseKeys, ...termKeys] as const;
export type ParticularKey = (typeof particularKeys)[number];

export const particularNames: Record<ParticularKey, string> = {
  sectors: "Sectors the team knows",
  technologies: "Technologies the team knows",
  leadAuditor: "Lead auditor",
  auditLanguages: "Languages of the audit",
  combinedStandards: "Other standards in one audit",
  paymentTerms: "Payment",
  cancellationTerms: "Cancellation and postponement",
  transferTerms: "Transfer to another body",
  priceLock: "Price of the surveillance audits",
};

/** Each in the words of the offer; null is not stated. */
export type Particulars = Readonly<Record<ParticularKey, string | null>>;

/** An offer that says nothing of its people and terms. */
export const noParticulars = Object.fromEntries(particularKeys.map((key) => [key, null])) as Particulars;

/** The longest gap between Stage 1 and Stage 2 that an offer can state, in weeks. */
export const MAX_GAP_WEEKS = 104;

/** How far the client has gone with what is stated: a proof was seen, or somebody outside of the body said so too. */
export const standings = ["stated", "evidenced", "confirmed"] as const;
export type Standing = (typeof standings)[number];

export const standingNames: Record<Standing, string> = {
  stated: "Stated",
  evidenced: "Evidenced",
  confirmed: "Confirmed",
};
