/** Gives a start its database: the embedded server's, or the one DATABASE_URL names. */
import { startPostgres, superuserUrl } from "./embedded-postgres.mjs";
import { Refusal } from "./refusal.mjs";

const DATABASE = "certtrail";

/**
 * Starts the embedded server and makes CertTrail's roles and database in it if they are not there.
 * The web process gets `webUrl` only: certtrail_web may do what certtrail_app may and owns nothing.
 * `startsOver` throws away the database that is there; nobody can have used it yet.
 */
export async function openEmbeddedDatabase(
  dataFolder,
  secrets,
  { startsOver = false, isThrowAway = false } = {},
) {
  const server = await startPostgres(dataFolder, secrets, isThrowAway);
  try {
    await makeRolesAndDatabase(secrets, server.port, startsOver);
  } catch (error) {
    if (!server.isAdopted) await server.stop();
    throw error;
  }
  const urlFor = (role, password) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${DATABASE}?sslmode=disable`;
  return {
    ...server,
    webUrl: urlFor("certtrail_web", secrets.web),
    ownerUrl: urlFor("certtrail_owner", secrets.owner),
    superuserUrl: superuserUrl(secrets, server.port),
  };
}

async function makeRolesAndDatabase({ superuser, owner, web }, port, startsOver) {
  await withClient(superuserUrl({ superuser }, port), async (client) => {
    const has = async (sql, name) => (await client.query(sql, [name])).rowCount > 0;
    const roles = {
      certtrail_app: "create role certtrail_app nologin",
      certtrail_owner: `create role certtrail_owner login password '${owner}';
        grant certtrail_app to certtrail_owner with admin option`,
      certtrail_web: `create role certtrail_web login password '${web}' in role certtrail_app`,
    };
    for (const [name, create] of Object.entries(roles)) {
      if (!(await has("select 1 from pg_roles where rolname = $1", name))) await client.query(create);
    }
    if (startsOver) await client.query(`drop database if exists ${DATABASE} with (force)`);
    if (!(await has("select 1 from pg_database where datname = $1", DATABASE))) {
      await client.query(`create database ${DATABASE} owner certtrail_owner`);
    }
  });
}

/** Says in a sentence why a server given by DATABASE_URL cannot be used; returns quietly when it can. */
export async function tryExternalDatabase(url) {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query("show server_version_num");
      if (Number(rows[0].server_version_num) < 150_000) {
        throw new Refusal("The server of DATABASE_URL is older than Postgres 15. Use Postgres 15 or newer.");
      }
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `The database of DATABASE_URL cannot be reached: ${error.message || error.code}. Check the address and that the server runs.`,
    );
  }
}

export async function withClient(url, use) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks between two queries would otherwise end the process; the next query reports it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
