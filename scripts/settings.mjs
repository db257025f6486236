/** The settings a start reads from the environment, refused with a sentence when they cannot be. */
import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

const DEFAULT_PORT = 3000;
const SHORTEST_SECRET = 32;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Returns port, host, origin and databaseUrl (undefined: the embedded server). */
export function readSettings(env = process.env) {
  const port = Number(env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is "${env.PORT}". Set it to a number from 1 to 65535.`);
  }
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Refusal("DATABASE_URL must begin with postgres:// or postgresql://.");
  }
  if (env.CERTTRAIL_NOW) {
    if (databaseUrl)
      throw new Refusal("CERTTRAIL_NOW works with the embedded database only. Unset it or DATABASE_URL.");
    if (!INSTANT.test(env.CERTTRAIL_NOW) || Number.isNaN(Date.parse(env.CERTTRAIL_NOW))) {
      throw new Refusal(
        `CERTTRAIL_NOW is "${env.CERTTRAIL_NOW}". Write an instant with its zone, such as 2027-03-27T09:00:00Z.`,
      );
    }
  }
  if (databaseUrl && (env.AUTH_SECRET ?? "").length < SHORTEST_SECRET) {
    throw new Refusal(
      `Set AUTH_SECRET to a random text of at least ${SHORTEST_SECRET} characters; all servers of one database share it.`,
    );
  }
  const origin = env.CERTTRAIL_ORIGIN || `http://localhost:${port}`;
  // The demo's passwords are on the screen of whoever started it, so only this machine may reach it.
  const host = env.CERTTRAIL_HOST || (databaseUrl ? "0.0.0.0" : "127.0.0.1");
  return { port, host, origin, databaseUrl };
}

/** Throws a Refusal when another program listens on the port. */
export async function refuseTakenPort(port) {
  for (const host of ["127.0.0.1", "::"]) {
    const code = await new Promise((resolve) => {
      const server = createServer().once("error", (error) => resolve(error.code));
      server.listen(port, host, () => server.close(() => resolve(null)));
    });
    if (code === "EADDRINUSE") {
      throw new Refusal(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`);
    }
    if (code === "EACCES")
      throw new Refusal(`Port ${port} needs more rights. Set PORT to a number above 1023.`);
  }
}
