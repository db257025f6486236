import { logFailure } from "../log";

const told = new WeakSet<object>();

/** Writes what the framework caught into the log, once; its digest is the reference that the error page shows. */
export function logCaught(error: unknown, where: string): void {
  if (typeof error === "object" && error !== null) {
    if (told.has(error)) return;
    told.add(error);
  }
  logFailure(error, where, digestOf(error));
}

/**
 * The framework prints errors with their messages, and a message can quote what somebody typed. So in production an
 * error that is printed becomes a line of the log instead; other words of the framework are its own.
 */
export function logInsteadOfPrinting(): void {
  const print = console.error;
  console.error = (...words: unknown[]) => {
    const error = words.find((word) => word instanceof Error);
    if (error) logCaught(error, "framework");
    else print(...words);
  };
}

function digestOf(error: unknown): string | undefined {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : undefined;
}
