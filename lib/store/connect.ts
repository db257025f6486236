import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { hashToken, tokenFor } from "../session/token";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { INVITATION_DAYS } from "./people";
import { permit } from "./permit";
import { knownId } from "./reach";
import { type ActRequest, withTx } from "./tx";

const DAY_MS = 24 * 3_600_000;

/**
 * Invites the first person of a certification body that the client has kept until now. Whoever accepts becomes its
 * administrator and planner, and from then on the body acts for itself. Returns the token of the link.
 */
export async function inviteBody(
  actor: Actor,
  input: { bodyId: string; email: string },
  request: ActRequest,
): Promise<string> {
  permit(actor, "body.connect");
  const email = input.email.trim().toLowerCase();
  const token = tokenFor(`body ${actor.organisationId} ${request.id}`);
  await withTx(actor, request, async (tx) => {
    const body = await tx.organisation.findFirst({
      where: { id: knownId(input.bodyId), kind: "body", connected: false, managedById: actor.organisationId },
      select: { id: true, name: true },
    });
    if (!body) throw new NotThere();
    const ownMember = await tx.membership.findFirst({
      where: { organisationId: actor.organisationId, person: { email } },
      select: { personId: true },
    });
    if (ownMember) {
      throw new Rejected({
        email: "This person is a member of your organisation. Invite a person of the body.",
      });
    }
    await tx.invitation.deleteMany({ where: { organisationId: body.id, acceptedAt: null } });
    await tx.invitation.create({
      data: {
        id: newId(),
        organisationId: body.id,
        email,
        roles: ["admin", "planner"],
        tokenHash: hashToken(token),
        invitedById: actor.personId,
        createdAt: request.now,
        endsAt: new Date(request.now.getTime() + INVITATION_DAYS * DAY_MS),
      },
    });
    await tellOrganisation(tx, actor, "body.connect", body.id, { body: body.name }, request.now);
    return null;
  });
  return token;
}
