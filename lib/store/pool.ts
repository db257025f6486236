import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "../env";
import { PrismaClient } from "./generated/client";

/** Statements sent since the process started; tests bound what one page may send. */
export const sent = { statements: 0 };

const POOL_SIZE = 10;
/** Statements a connection keeps prepared; lists of ids make ever new texts, which stay unnamed beyond this. */
const MAX_PREPARED = 400;

/** What every connection of the product is opened with, as Postgres takes it on its command line. */
export const SESSION_OPTIONS = [
  // It owns nothing, whoever signs in.
  "role=certtrail_app",
  // Timestamps written in another zone come back shifted.
  "timezone=UTC",
  // Left to itself, Postgres plans many of them anew for the values of each asking, the policies of row level security
  // with them: that took up to a third of a page's time. The price: one plan serves every combination of a list's filters.
  "plan_cache_mode=force_generic_plan",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

const UNNAMED = "";
const prepared = new Map<string, string>();

/** Prepares each text once a connection: planning the record's statement takes longer than running it. */
function nameStatement(sql: string): string {
  const known = prepared.get(sql);
  if (known) return known;
  if (prepared.size >= MAX_PREPARED) return UNNAMED;
  const name = `s${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: environment().DATABASE_URL,
      max: POOL_SIZE,
      options: SESSION_OPTIONS,
    },
    {
      // Asked once for every statement, which also counts them; Prisma's own event would cost a millisecond a page.
      statementNameGenerator: ({ sql }) => {
        sent.statements += 1;
        return nameStatement(sql);
      },
    },
  );
  return new PrismaClient({ adapter });
}

const kept = globalThis as typeof globalThis & { certtrailDb?: PrismaClient };

/**
 * The one connection pool of this process, made at first use. Without a context it sees no row of any organisation: for
 * what belongs to the installation (people's accounts, sessions) and for functions and views with rights of their own.
 */
export function pool(): PrismaClient {
  kept.certtrailDb ??= connect();
  return kept.certtrailDb;
}
