import "server-only";
import { db } from "./db";

/** Resolves when the database answers; rejects with its error when it does not. */
export async function isDatabaseUp(): Promise<true> {
  await db().$queryRaw`SELECT 1`;
  return true;
}

/** Whether anybody has been set up here yet. */
export async function hasOrganisation(): Promise<boolean> {
  return (await db().organisation.findFirst({ select: { id: true } })) !== null;
}
