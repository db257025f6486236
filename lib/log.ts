import { now } from "./clock";

/** Writes one line of JSON about a failure and returns the reference a person can quote. Never holds form content. */
export function logFailure(error: unknown, where: string): string {
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase();
  const cause =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : {};
  console.error(JSON.stringify({ at: now().toISOString(), level: "error", reference, where, ...cause }));
  return reference;
}
