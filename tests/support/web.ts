import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const NEXT = "node_modules/next/dist/bin/next";
const ASKED_CLOCK = new URL("./asked-clock.mjs", import.meta.url).href;
const HEALTHY_WITHIN_MS = 60_000;
export const TEST_SECRET = "a secret for tests alone, long enough for the rule";

/** The built application, serving one test file. */
export interface Web {
  origin: string;
  port: number;
  processId: number;
  /** What it has printed so far: failures of the server stand there. */
  output(): string;
  stop(): Promise<void>;
}

export interface WebSettings {
  databaseUrl: string;
  /** Keeps uploaded files; belongs to the caller. */
  dataFolder: string;
  /** The instant at which its clock stands (CERTTRAIL_NOW, as `npm start` passes it on); left out, the clock goes. */
  now?: string;
  /** Each request says in a header when it comes in. */
  isClockAsked?: boolean;
  /** False where everybody of a body and every administrator must have a second factor. */
  isEmbedded?: boolean;
  /** The address people use, where a proxy stands in front. */
  origin?: string;
  /** The port of an earlier server whose addresses must stay the same. */
  port?: number;
}

/** Serves the build (`npm test` makes it first), as scripts/serve.mjs does on the embedded database. */
export async function startWeb({
  databaseUrl,
  dataFolder,
  now = "",
  isClockAsked = false,
  isEmbedded = true,
  origin: shown,
  port: given,
}: WebSettings): Promise<Web> {
  const port = given ?? (await findFreePort());
  const origin = shown ?? `http://localhost:${port}`;
  const child = spawn(process.execPath, [NEXT, "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: TEST_SECRET,
      CERTTRAIL_DATA: dataFolder,
      CERTTRAIL_ORIGIN: origin,
      CERTTRAIL_EMBEDDED: isEmbedded ? "1" : "0",
      CERTTRAIL_NOW: now,
      ...(isClockAsked && { NODE_OPTIONS: `--import ${ASKED_CLOCK}` }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const stop = async () => {
    child.kill("SIGKILL");
    await closed;
  };
  const deadline = performance.now() + HEALTHY_WITHIN_MS;
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`The web process did not become healthy:\n${output}`);
    }
    await pause(50);
  }
  return { origin, port, processId: child.pid ?? 0, output: () => output, stop };
}

async function isHealthy(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
  return response?.ok === true;
}

/** A port nobody listens on right now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
