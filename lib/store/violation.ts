import { Prisma } from "./generated/client";

interface Violation {
  /** Its name, or, where a trigger refused, the trigger's sentence: the driver does not hand the name of those on. */
  constraint: string | null;
  sqlState: string | null;
}

/** What the database refused: the constraint's name and the SQLSTATE; null for any other error. */
export function violationOf(error: unknown): Violation | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const cause = (error.meta?.driverAdapterError as { cause?: Record<string, unknown> } | undefined)?.cause;
  const named = cause?.constraint;
  const message = String(cause?.originalMessage ?? "");
  const sqlState = typeof cause?.originalCode === "string" ? cause.originalCode : null;
  const known = typeof named === "string" ? named : (named as { index?: string } | undefined)?.index;
  const constraint = known ?? nameIn(message) ?? (sqlState === CHECK_VIOLATION && message ? message : null);
  return constraint || sqlState ? { constraint, sqlState } : null;
}

function nameIn(message: string): string | null {
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? null;
}

const CHECK_VIOLATION = "23514";
const SERIALISATION_FAILURE = "40001";
const DEADLOCK = "40P01";

/** Whether the database asks to try the transaction again. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") return true;
  const state = violationOf(error)?.sqlState;
  return state === SERIALISATION_FAILURE || state === DEADLOCK;
}
