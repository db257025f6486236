import type { Actor } from "@/lib/actor";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type { Submission } from "@/lib/store/act";
import type { Attempt, World } from "./model";

/** Commands that no act of the product gives yet: nothing to compare the model with. */
export const noActYet = [
  "certification.withdrawApplication",
  "nonconformity.notEffective",
  "certificate.surveillancePassed",
  "certificate.expire",
  "certificate.endTransition",
  "certificate.renew",
  "certificate.restoreAfterExpiry",
  "certificate.lapse",
  "certificate.requestSuspension",
  "certificate.suspend",
  "certificate.restore",
  "certificate.reduceScope",
  "certificate.expandScope",
  "certificate.reissue",
  "certificate.requestWithdrawal",
  "certificate.withdraw",
  "certificate.transferOut",
  "certificate.loseAccreditation",
] as const satisfies readonly LifecycleCommand[];

/** Commands that an act gives only together with another one, which names the act. */
export const secondCommands = [
  "certification.scheduleStage1",
  "certification.startStage2",
  "certification.terminateAudit",
  "certification.completeStage1",
  "certification.closeStage2",
] as const satisfies readonly LifecycleCommand[];

/** The command by which an act of the product is named here. */
export type ActCommand = Exclude<
  LifecycleCommand,
  (typeof noActYet)[number] | (typeof secondCommands)[number]
>;

/** One command of an act, and whether it is asked after what came before it in the same act. */
export interface Part {
  attempt: Attempt;
  isAfter?: boolean;
}

/** What stands against an act before or after its tables are asked. */
export type Stop = "not-there" | "rejected" | "changed";

/** Everything a call of the store needs to be made from an attempt of the model. */
export interface Call {
  actor: Actor;
  submission: Submission;
  projectId: string;
  world: World;
  attempt: Attempt;
  input: Record<string, unknown>;
  /** The row of a record of the model. */
  row: (model: string) => string;
}

/** An act of the product as the model tells it, and how the store is asked for it. */
export interface ProductAct {
  /** The commands it gives, in their order; left out, only the one that names it. */
  parts?: (world: World, attempt: Attempt) => Part[];
  /** What the same form writes before the tables are asked. */
  typed?: (world: World, attempt: Attempt) => World;
  /** Whether it stops before its tables are asked, or after. */
  early?: (world: World, attempt: Attempt) => Stop | null;
  late?: (world: World, attempt: Attempt) => Stop | null;
  /** Whether the server hands the case over at its end, once nothing stands in the way (DEC-4). */
  handsOver?: (world: World, attempt: Attempt) => boolean;
  call: (call: Call) => Promise<unknown>;
}
