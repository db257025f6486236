import "server-only";
import type { Actor } from "../actor";
import { refuse } from "../lifecycle/refusal";
import { Changed, Refused } from "../outcome";
import { type Prisma, type Tx, withAsker } from "./db";
import { isRetryable, violationOf } from "./violation";

/** One submitted form. The id is made by the client: sent twice, it is carried out once. */
export interface ActRequest {
  id: string;
  action: string;
  /** Hash of the form's content: the same id with another content is refused. */
  digest: string;
  now: Date;
}

/** What an act answers; kept for a repeat of the same request. */
export type Answer = Prisma.InputJsonValue | null;

const MAX_TRIES = 4;

/**
 * The one way to write. In one transaction: claims the request id, runs the act, keeps its answer. A repeat gets the
 * first answer. Serialisation failures are tried again; a guard of the database becomes a refusal with its name.
 */
export async function withTx<T extends Answer>(
  actor: Pick<Actor, "organisationId" | "personId">,
  request: ActRequest,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withAsker(actor, async (tx) => {
        const earlier = await claim(tx, actor, request);
        if (earlier) return earlier.answer as T;
        const answer = await run(tx);
        if (answer !== null) await tx.actRequest.update({ where: { id: request.id }, data: { answer } });
        return answer;
      });
    } catch (error) {
      if (isRetryable(error) && attempt < MAX_TRIES) continue;
      throw refusalOf(error) ?? error;
    }
  }
}

async function claim(tx: Tx, actor: Pick<Actor, "personId">, request: ActRequest) {
  // Waits for a twin that is still running, then sees its row.
  const claimed = await tx.$executeRaw`
    INSERT INTO act_request (id, person_id, action, digest, at)
    VALUES (${request.id}::uuid, ${actor.personId}::uuid, ${request.action}, ${request.digest}, ${request.now})
    ON CONFLICT (id) DO NOTHING`;
  if (claimed === 1) return null;
  const earlier = await tx.actRequest.findUniqueOrThrow({ where: { id: request.id } });
  if (
    earlier.personId !== actor.personId ||
    earlier.action !== request.action ||
    earlier.digest !== request.digest
  ) {
    throw new Changed("This form was sent before with other content. Load the page again, then send it.");
  }
  return earlier;
}

function refusalOf(error: unknown): Refused | null {
  const name = violationOf(error)?.constraint;
  if (!name || name.endsWith("_pkey") || name.endsWith("_fkey")) return null;
  return new Refused([refuse("database-guard", { guard: name.replaceAll("_", " ") })]);
}
