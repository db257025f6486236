/** Runs before the template is made: without TEST_DATABASE_URL, an embedded Postgres that lives as long as the run. */
import { openThrowAwayServer } from "../../scripts/throw-away.mjs";

/** Returns what stops the server again, or nothing when the server is somebody else's. */
export async function setup() {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const server = await openThrowAwayServer();
  process.env.TEST_DATABASE_URL = server.superuserUrl;
  return async () => {
    await server.stop();
    delete process.env.TEST_DATABASE_URL;
  };
}
