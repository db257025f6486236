import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { day, dayToDate } from "@/lib/day";
import { hashToken, makeToken } from "@/lib/session/token";
import { newId } from "@/lib/store/new-id";
import { idKinds } from "./any-form";
import { rows } from "./rows";
import type { RunningStage2 } from "./running-stage2";

const HOUR_MS = 3_600_000;

/** What an action says of everything that is not there for whoever asks. */
export const NOT_THERE = "This does not exist, or you cannot open it.";

/** An id for each kind that a form can name. */
export type Ids = Record<string, string>;
export const nowhere = (): Ids => Object.fromEntries(idKinds.map((kind) => [kind, newId()]));

/** Opens a session of the person, as signing in with a second factor does. Returns its token. */
export async function openSession({ personId }: Pick<Actor, "personId">): Promise<string> {
  const token = makeToken();
  const at = now();
  const endsAt = new Date(at.getTime() + HOUR_MS);
  await rows().session.create({
    data: {
      id: newId(),
      tokenHash: hashToken(token),
      personId,
      createdAt: at,
      seenAt: at,
      provenAt: at,
      level: "second_factor",
      endsAt,
    },
  });
  return token;
}

/** A free task of the plan that the person owns. Returns its id. */
export async function layTask({ organisationId, personId }: Actor, projectId: string): Promise<string> {
  const id = newId();
  await rows().planTask.create({
    data: {
      ...{ id, projectId, clientId: organisationId, title: "Name an owner for backups", ownerId: personId },
      ...{ dueOn: dayToDate(day("2027-05-03")), createdAt: now() },
    },
  });
  return id;
}

/** A draft of the register, written by the person. Returns its id. */
export async function layDocument({ organisationId, personId }: Actor, projectId: string): Promise<string> {
  const id = newId();
  await rows().document.create({
    data: {
      ...{ id, projectId, clientId: organisationId, title: "Security policy", versionLabel: "1.0" },
      ...{ authorId: personId, link: "https://example.com/policy", createdAt: now() },
    },
  });
  return id;
}

/** A line of the risk treatment. Returns its id. */
export async function layTreatment(
  { organisationId, personId }: Actor,
  projectId: string,
  more: { ref: string; refOrder: string } = { ref: "R-1", refOrder: "r-000000000001" },
): Promise<string> {
  const id = newId();
  await rows().treatmentLine.create({
    data: {
      ...{ id, projectId, clientId: organisationId, ...more, risk: "Backups cannot be restored" },
      ...{ treatment: "modify", controls: ["A.8.13"], changedById: personId, changedAt: now() },
    },
  });
  return id;
}

/** The ids of everything in a laid project; kinds of which it has none stay ids of nothing. */
export async function idsOf({ projectId, stage2Id, siteId, client, body }: RunningStage2): Promise<Ids> {
  const where = { projectId };
  const found = {
    finding: (await rows().finding.findFirstOrThrow({ where })).id,
    session: (await rows().planSession.findFirstOrThrow({ where })).id,
    proposal: (await rows().proposal.findFirstOrThrow({ where })).id,
  };
  const person = client.manager.personId;
  const task = await layTask(client.manager, projectId);
  const document = await layDocument(client.manager, projectId);
  const treatment = await layTreatment(client.manager, projectId);
  return {
    ...nowhere(),
    ...found,
    project: projectId,
    audit: stage2Id,
    site: siteId,
    person,
    task,
    document,
    treatment,
    body: body.admin.organisationId,
  };
}
