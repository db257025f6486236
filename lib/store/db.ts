import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import { Prisma } from "./generated/client";
import { pool } from "./pool";

export type Tx = Prisma.TransactionClient;

/** What runs before anybody is signed in: founding an organisation and accepting an invitation. */
export const FRONT_DOOR = { door: "front" } as const;

/** On whose behalf rows are read and written. Row level security shows what this asker may reach, and nothing else. */
export type Asker = Pick<Actor, "organisationId" | "personId"> | typeof FRONT_DOOR;

const MAX_WAIT_MS = 10_000;
const MAX_TRANSACTION_MS = 30_000;

/** Runs one transaction that begins by saying who asks. */
export async function withAsker<T>(asker: Asker, run: (tx: Tx) => Promise<T>): Promise<T> {
  return await pool().$transaction(
    async (tx) => {
      await sayWhoAsks(tx, asker);
      return await run(tx);
    },
    { maxWait: MAX_WAIT_MS, timeout: MAX_TRANSACTION_MS },
  );
}

async function sayWhoAsks(tx: Tx, asker: Asker): Promise<void> {
  const { organisationId, personId, door } = { organisationId: "", personId: "", door: "", ...asker };
  await tx.$executeRaw`SELECT set_config('app.org', ${organisationId}, true), set_config('app.person', ${personId}, true),
    set_config('app.door', ${door}, true)`;
}

/** A page's transaction ends when nothing has been read through it for so long; what is read later opens another. */
const IDLE_MS = 10;

interface Reader {
  tx: Promise<Tx>;
  running: number;
  end: () => void;
}

/** The open transactions of the page that is being drawn. Outside of a page each call makes a new list. */
const readersOfPage = cache(() => new Map<string, Reader>());

/**
 * The rows that `asker` may reach, for reading: `db(actor).finding.findMany(…)`. The reads of one page share one
 * transaction, which says once who asks; anywhere else each read is a transaction of its own. Acts write with `withTx`.
 */
export function db(asker: Asker): Tx {
  const later =
    (...path: PropertyKey[]) =>
    (...args: unknown[]) =>
      read(asker, async (tx) => {
        const target = path.slice(0, -1).reduce<unknown>((at, name) => Reflect.get(at as object, name), tx);
        return await Reflect.apply(Reflect.get(target as object, path.at(-1) ?? ""), target, args);
      });
  const model = (name: PropertyKey) => new Proxy({}, { get: (_, way) => later(name, way) });
  const rows = new Proxy(
    {},
    { get: (_, name) => (String(name).startsWith("$") ? later(name) : model(name)) },
  );
  return rows as Tx;
}

async function read<T>(asker: Asker, run: (tx: Tx) => Promise<T>): Promise<T> {
  const readers = readersOfPage();
  const isPage = readers === readersOfPage();
  if (!isPage) return await withAsker(asker, run);
  const key = JSON.stringify(asker);
  const reader = readers.get(key) ?? openReader(asker);
  readers.set(key, reader);
  reader.running += 1;
  try {
    return await run(await reader.tx);
  } finally {
    reader.running -= 1;
    if (reader.running === 0) setTimeout(endWhenIdle, IDLE_MS, readers, key, reader);
  }
}

function endWhenIdle(readers: Map<string, Reader>, key: string, reader: Reader): void {
  if (reader.running > 0 || readers.get(key) !== reader) return;
  readers.delete(key);
  reader.end();
}

function openReader(asker: Asker): Reader {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const tx = new Promise<Tx>((resolve, reject) => {
    // Rejecting what was resolved does nothing: a read that fails says so itself, and there is nothing to commit.
    withAsker(asker, async (opened) => {
      resolve(opened);
      await ended;
    }).catch(reject);
  });
  return { tx, running: 0, end: () => end() };
}

export { Prisma };
