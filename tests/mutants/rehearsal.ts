import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/lib/store/generated/client";
import { ALL_ROWS_ROLE } from "../support/database-template";

type Run = (tx: Prisma.TransactionClient) => Promise<unknown>;

/** Carries the answer of a transaction out of it; thrown, it takes back what was written. */
class TakenBack extends Error {
  constructor(readonly answer: unknown) {
    super("Taken back.");
  }
}

/** What is taken back stays in the tables as dead rows; after so many transactions they are swept, or each read would take longer. */
const SWEPT_AFTER = 2_000;
/** Tries are counted outside the transactions: after so many the counts are forgotten, before somebody is told to come back later. */
const FORGOTTEN_AFTER = 50;

/**
 * Gives the store a connection whose transactions are all taken back once they have answered, their deferred guards
 * asked before: whoever acts meets the same record as the one before. Row level security is asleep, so that the product's own
 * checks show; it is tried alone elsewhere. Returns what ends the rehearsal.
 */
export async function rehearse(ownerUrl: string): Promise<() => Promise<void>> {
  const sweeper = new pg.Client({ connectionString: ownerUrl });
  await sweeper.connect();
  let taken = 0;
  const client = connect(ALL_ROWS_ROLE);
  const takingBack = async (run: Run, options: object) => {
    try {
      return await client.$transaction(async (tx) => {
        const answer = await run(tx);
        await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
        throw new TakenBack(answer);
      }, options);
    } catch (error) {
      if (error instanceof TakenBack) return error.answer;
      throw error;
    } finally {
      taken += 1;
      if (taken % FORGOTTEN_AFTER === 0) await sweeper.query("DELETE FROM throttle");
      if (taken % SWEPT_AFTER === 0) await sweeper.query("VACUUM ANALYZE");
    }
  };
  const pool = new Proxy(client, {
    get: (_, name) => (name === "$transaction" ? takingBack : Reflect.get(client, name, client)),
  });
  // lib/store/pool.ts makes its own at first use only.
  Object.assign(globalThis, { certtrailDb: pool });
  return async () => {
    await client.$disconnect();
    await sweeper.end();
  };
}

function connect(role: string): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 5, options: `-c role=${role} -c timezone=UTC` }),
  });
}
