import "server-only";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { TooMany } from "../outcome";
import type { Paper } from "../papers/paper";

export type PaperFormat = "pdf" | "docx";

/** What writing papers may cost: a report of a thousand findings takes a second and some 200 MB. */
export const printLimits = {
  /** For one paper, from when its writing begins. */
  seconds: 30,
  megabytes: 512,
  /** Papers that may wait for others; whoever comes after them is asked to come again. */
  waiting: 20,
  /** After so long without a paper the thread ends and gives its memory back. */
  idleSeconds: 60,
};

interface Job {
  paper: Paper;
  format: PaperFormat;
  done: (bytes: Uint8Array) => void;
  failed: (error: Error) => void;
}

// The thread reads the sources itself: it needs nothing of what is built for requests, and no secret of the process.
const THREAD = join(process.cwd(), "lib", "print", "start-thread.mjs");

const queue: Job[] = [];
let current: Job | null = null;
let thread: Worker | null = null;
let timer: NodeJS.Timeout | undefined;

/**
 * A paper as the bytes of a file, written in a thread of its own, so that no request waits for it: one paper after the other,
 * within printLimits. Throws TooMany where too many wait, and an error for a paper that broke a limit.
 */
export function printPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  if (queue.length >= printLimits.waiting) {
    const seconds = printLimits.seconds;
    throw new TooMany("Many papers are being written just now. Try again in a minute.", seconds);
  }
  return new Promise((done, failed) => {
    queue.push({ paper, format, done, failed });
    startNext();
  });
}

function startNext(): void {
  if (current) return;
  current = queue.shift() ?? null;
  clearTimeout(timer);
  if (!current) {
    // A thread without work keeps no process from ending.
    thread?.unref();
    timer = setTimeout(endThread, printLimits.idleSeconds * 1000).unref();
    return;
  }
  thread ??= startThread();
  thread.ref();
  const { paper, format } = current;
  const sentence = `A paper took longer than ${printLimits.seconds} seconds.`;
  timer = setTimeout(() => breakOff(new Error(sentence)), printLimits.seconds * 1000).unref();
  thread.postMessage({ paper, format });
}

function startThread(): Worker {
  // Asked for by name, so that the build does not pack the thread's sources, which tsx reads as they are.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const started = new Worker(THREAD, {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: printLimits.megabytes },
  });
  started.on("message", (bytes: Uint8Array) => {
    const job = current;
    current = null;
    job?.done(bytes);
    startNext();
  });
  // Too little memory ends up here as well.
  started.on("error", (error) => {
    if (thread === started) breakOff(error);
  });
  return started;
}

/** Gives the paper up, and the thread with it; the next one gets a new thread. */
function breakOff(error: Error): void {
  const job = current;
  current = null;
  endThread();
  job?.failed(error);
  startNext();
}

function endThread(): void {
  const ended = thread;
  thread = null;
  void ended?.terminate();
}
