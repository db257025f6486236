import pino from "pino";
import { now } from "./clock";
import { requestId } from "./request-id";

/** Everything a line of the log can hold. Messages of errors are left out: a database quotes what was typed in them. */
interface Line {
  reference: string;
  where: string;
  request: string | undefined;
  name?: string;
  code?: string;
  frames?: string[];
}

const STDERR = 2;
const CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
const FRAME = /^\s+at /;

const log = pino(
  {
    base: undefined,
    timestamp: () => `,"at":"${now().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  },
  pino.destination({ dest: STDERR, sync: true }),
);

/** Writes one line of JSON about a failure and returns the reference a person can quote. Never holds form content. */
export function logFailure(error: unknown, where: string, known?: string): string {
  const reference = known ?? crypto.randomUUID().slice(0, 8).toUpperCase();
  const line: Line = { reference, where, request: requestId.getStore(), ...causeOf(error) };
  log.error(line);
  return reference;
}

function causeOf(error: unknown): Pick<Line, "name" | "code" | "frames"> {
  if (!(error instanceof Error)) return {};
  const { name, message, stack = "" } = error;
  const code =
    "code" in error && typeof error.code === "string" && CODE.test(error.code) ? error.code : undefined;
  // A message can have lines of its own, also such as look like frames.
  const after = stack.indexOf(message) + message.length;
  const frames = stack
    .slice(after)
    .split("\n")
    .filter((text) => FRAME.test(text));
  return { name, code, frames: frames.map((text) => text.trim()) };
}
