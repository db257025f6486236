export const certificateStates = [
  "none",
  "active",
  "suspended",
  "expired",
  "lapsed",
  "withdrawn",
  "transferred_out",
  "superseded",
] as const;
export type CertificateState = (typeof certificateStates)[number];
