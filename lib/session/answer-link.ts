import "server-only";
import { type Actor, actorFrom } from "../actor";
import { findAnswerLink, type OpenedLink } from "../store/answer-links";

/**
 * Who asks through an answer link: the recipient, for the body it was made for. The link stands for that one request, and its
 * project is the only one that may be looked up with this actor. Throws NotThere as `findAnswerLink` does.
 */
export async function requireRecipient(
  token: string,
  now: Date,
): Promise<{ actor: Actor; link: OpenedLink }> {
  const link = await findAnswerLink(token, now);
  const { personId, personName, bodyId, bodyName, timeZone, isDemo } = link;
  const actor = actorFrom({
    ...{ personId, personName, timeZone, isDemo },
    organisationId: bodyId,
    organisationName: bodyName,
    // Without a sign-in there is no workspace, and no address in it.
    organisationSlug: "",
    kind: "body",
    roles: ["planner"],
  });
  return { actor, link };
}
