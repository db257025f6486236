import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const NEXT = "node_modules/next/dist/bin/next";
const HEALTHY_WITHIN_MS = 60_000;

/** The built application, serving one test file. */
export type Web = {
  origin: string;
  /** What it has printed so far: mails and one-time codes of a test stand there. */
  output(): string;
  stop(): Promise<void>;
};

/**
 * Serves the build (`npm test` makes it first) on a free port, on a database of `createTestDatabase()`.
 * `env` adds settings, for example CERTTRAIL_NOW for a fixed clock.
 */
export async function startWeb(databaseUrl: string, env: Record<string, string> = {}): Promise<Web> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const dataFolder = await mkdtemp(join(tmpdir(), "certtrail-web-"));
  const child = spawn(process.execPath, [NEXT, "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "a secret for tests alone, long enough for the rule",
      CERTTRAIL_DATA: dataFolder,
      CERTTRAIL_ORIGIN: origin,
      CERTTRAIL_EMBEDDED: "1",
      ...env,
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
    await rm(dataFolder, { recursive: true });
  };
  const deadline = performance.now() + HEALTHY_WITHIN_MS;
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`The web process did not become healthy:\n${output}`);
    }
    await pause(50);
  }
  return { origin, output: () => output, stop };
}

async function isHealthy(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
  return response?.ok === true;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
