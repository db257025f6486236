/** What a start, a test run or a check shows while it works: one line a step, with its time. */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { clone } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";

const PLAIN_LINE_EVERY_MS = 10_000;
const LAST_LINES = 40;
const NAME_WIDTH = 12;
const isTerminal = process.stdout.isTTY === true;

/** Does `work` and prints its name, its seconds and the words it returns. It may tell `progress` its last line. */
export async function step(name, work) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  let latest = "";
  const show = () => {
    const line = `${name.padEnd(NAME_WIDTH)} ${seconds().padStart(6)} s  … ${latest}`.slice(0, 100);
    process.stdout.write(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, isTerminal ? 250 : PLAIN_LINE_EVERY_MS);
  const progress = (text) => {
    latest = text;
  };
  try {
    const outcome = await work(progress);
    if (isTerminal) process.stdout.write("\r\x1b[2K");
    console.log(`${name.padEnd(NAME_WIDTH)} ${seconds().padStart(6)} s  ${outcome ?? ""}`.trimEnd());
  } catch (error) {
    if (isTerminal) process.stdout.write("\r\x1b[2K");
    console.log(`${name.padEnd(NAME_WIDTH)} ${seconds().padStart(6)} s  failed`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

const running = new Set();

/** Ends every program that `runProgram` still waits for. */
export function endPrograms() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a Node program in the clone and returns what it printed. Its last line is shown as progress.
 * Throws a Refusal with its last lines when it fails; `mayFail` returns them with the exit code instead.
 */
export function runProgram(args, { env = process.env, progress = () => undefined, mayFail = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    let printed = "";
    const follow = (text) => {
      output += text;
      const line = stripVTControlCharacters(text).trim().split("\n").at(-1)?.trim();
      if (line) progress(line);
    };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      follow(text);
    });
    child.stderr.setEncoding("utf8").on("data", follow);
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      if (code === 0 || mayFail) resolve({ code, printed, output });
      else reject(new Refusal(output.trim().split("\n").slice(-LAST_LINES).join("\n")));
    });
  });
}

/** Runs a whole command: a Refusal ends it with its sentence and exit code 1, anything else with its stack. */
export async function runCommand(command) {
  try {
    await command();
  } catch (error) {
    endPrograms();
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
