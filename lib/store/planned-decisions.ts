import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { dateToDay } from "../day";
import { schemeOf } from "../selection/accreditation-gate";
import type { PlannedDecision } from "../selection/lapse";
import { findStandard } from "../standards/editions";
import { db } from "./db";

/** Projects whose decision lies ahead are few; with more, the first ones are told. */
const MAX_PLANNED = 200;

/** The decisions that are planned with each body, by its id: of projects that asked it, and once one is chosen, of that one alone. */
export async function listPlannedDecisions(actor: Actor): Promise<Map<string, PlannedDecision[]>> {
  const planned = new Map<string, PlannedDecision[]>();
  if (actor.side !== "client" || !may(actor, "register.read")) return planned;
  const projects = await db(actor).project.findMany({
    where: {
      ...{ clientId: actor.organisationId, targetOn: { not: null }, state: { not: "closed" } },
      certificates: { none: {} },
    },
    select: {
      ...{ name: true, standardId: true, targetOn: true, bodyId: true },
      requests: { select: { bodyId: true } },
    },
    orderBy: [{ targetOn: "asc" }, { id: "asc" }],
    take: MAX_PLANNED,
  });
  for (const { name, standardId, targetOn, bodyId, requests } of projects) {
    if (targetOn === null) continue;
    const scheme = schemeOf(findStandard(standardId)?.name ?? standardId);
    for (const id of bodyId ? [bodyId] : requests.map((asked) => asked.bodyId))
      planned.set(id, [...(planned.get(id) ?? []), { project: name, scheme, on: dateToDay(targetOn) }]);
  }
  return planned;
}
