import { auditNames } from "./naming";
import type { VerificationMethod } from "./nonconformity-rules";
import { NEXT_SURVEILLANCE, type ProjectRecord } from "./record";

export const verificationMethods = [
  "documents",
  "limited_audit",
  "full_audit",
  "next_audit",
] as const satisfies readonly VerificationMethod[];

/** What the body needs to verify, or needed (CAP-3). */
export const methodNames: Record<VerificationMethod, string> = {
  documents: "Documents",
  limited_audit: "Limited additional audit",
  full_audit: "Full additional audit",
  next_audit: "Next audit",
};

/** Why a body returns a plan, in words that can be ticked. */
export const planGrounds = {
  cause: "The plan does not address the cause.",
  extent: "The extent is not checked.",
  late: "A due day is too late.",
  proof: "It is not clear what will prove an action.",
} as const;

/** Why a body returns evidence. */
export const evidenceGrounds = {
  other: "A file does not show the action it is added to.",
  missing: "Proof of an action is missing.",
  cause: "The evidence does not show that the cause is gone.",
} as const;

/** What a minor is carried to: "the first surveillance audit". */
export function nameCarryTarget({ audits }: ProjectRecord, to: string): string {
  const audit = audits.find(({ id }) => id === to);
  return audit ? auditNames[audit.kind] : "the first surveillance audit";
}

const over = ["cancelled", "terminated", "concluded"];

/** The audits a minor can be carried to: the first surveillance, and any other audit that is still to come or running. */
export function listCarryTargets({ audits }: ProjectRecord, auditId: string): { to: string; name: string }[] {
  const later = audits.filter(({ id, state }) => id !== auditId && !over.includes(state));
  return [
    { to: NEXT_SURVEILLANCE, name: "The first surveillance audit" },
    ...later.map(({ id, kind }) => ({ to: id, name: auditNames[kind] })),
  ];
}
