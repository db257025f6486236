import "server-only";
import { db, FRONT_DOOR } from "./db";
import { pool } from "./pool";

/** Resolves when the database answers; rejects with its error when it does not. */
export async function isDatabaseUp(): Promise<true> {
  await pool().$queryRaw`SELECT 1`;
  return true;
}

/** Whether anybody has been set up here yet. */
export async function hasOrganisation(): Promise<boolean> {
  return (await db(FRONT_DOOR).organisation.findFirst({ select: { id: true } })) !== null;
}
