import { type Permission, permissions } from "./access";
import type { Who } from "./lifecycle/who";

/** A proof of who asks counts so long for the acts that need a fresh one. Signing in is a proof. */
export const PROOF_MINUTES = 5;

/** Acts for which an open session is not enough: signatures under the engagement letter, certification, certificates, members, taking a whole project away, and the own way to sign in. */
const proven: readonly Permission[] = [
  "certification.grant",
  "certification.refuse",
  "certification.returnForMore",
  "certification.upholdAppeal",
  "sourcing.signForClient",
  "sourcing.signForBody",
  "sourcing.signAmendmentForClient",
  "sourcing.signAmendmentForBody",
  "certificate.issue",
  "certificate.reissue",
  "certificate.renew",
  "certificate.suspend",
  "certificate.restore",
  "certificate.withdraw",
  "certificate.reduceScope",
  "certificate.expandScope",
  "people.manage",
  "provider.manage",
  "body.connect",
  "project.export",
  "account.prove",
  "account.addFactor",
  "account.removeFactor",
];

/** Whether an act needs a fresh proof. Also for what is no permission, so that nothing passes by a slip of the name. */
export function needsStepUp(permission: string): boolean {
  return !Object.hasOwn(permissions, permission) || proven.some((one) => one === permission);
}

/** What a session says of its proof. */
export interface Proof {
  provenAt: Date;
  level: "password" | "second_factor";
}

/** Whether a proof counts now. Who has a second factor proves with it: the password alone is what a thief has first. */
export function isProofFresh({ provenAt, level }: Proof, hasFactor: boolean, now: Date): boolean {
  const isStrong = level === "second_factor" || !hasFactor;
  return isStrong && now.getTime() - provenAt.getTime() <= PROOF_MINUTES * 60_000;
}

/** Whether a person works with a second factor only: all of a body, and every administrator, outside the demonstration. */
export function mustHaveSecondFactor(who: Who & { isDemo?: boolean }, isEmbedded: boolean): boolean {
  if (isEmbedded || who.isDemo) return false;
  return who.side === "body" || who.roles.includes("admin");
}

/** What a person without the second factor they must have can do: set it up, or prove the one they have. */
export function isOpenWithoutFactor(permission: Permission): boolean {
  return permission === "account.addFactor" || permission === "account.prove";
}

/** Acts that change how a person signs in everywhere. */
export function changesAccount(permission: Permission): boolean {
  return permission === "account.addFactor" || permission === "account.removeFactor";
}
