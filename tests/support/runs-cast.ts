import { type Actor, actorFrom } from "@/lib/actor";
import { day, dayToDate } from "@/lib/day";
import type { Role, Side } from "@/lib/lifecycle/who";
import { newId } from "@/lib/store/new-id";
import { BODY, CLIENT, people } from "./people";
import { rows } from "./rows";
import { START } from "./story";
import { strangers } from "./walk-inputs";

/** Every role of a body: one person who holds them all is a member of the alder body too. */
export const everyBodyRole: Role[] = ["planner", "auditor", "decider", "quality", "admin"];

const roles: Record<string, readonly Role[]> = {
  [people.manager]: ["manager"],
  [people.executive]: ["executive"],
  [people.owner]: ["owner"],
  [people.consultant]: ["consultant"],
  [people.clientAdmin]: ["admin"],
  [people.planner]: ["planner"],
  [people.lead]: ["auditor"],
  [people.auditor]: ["auditor"],
  [people.decider]: ["decider"],
  [people.quality]: ["quality"],
  [people.bodyAdmin]: ["admin"],
  [strangers.tied]: ["auditor"],
  [strangers.second]: ["auditor"],
  [strangers.allRoles]: everyBodyRole,
};

const ofClient = [people.manager, people.executive, people.owner, people.consultant, people.clientAdmin];
/** Whether the person is a member of the chosen body. */
export function isOfBody(personId: string): boolean {
  return Object.hasOwn(roles, personId) && !(ofClient as string[]).includes(personId);
}

const sites = ["berlin", "lyon"];
/** Bodies that answer a request besides the one that is chosen in most stories. */
const otherBodies = ["birch-cert", "cedar-cert", "elm-cert"];

/** The day until which the body of the model's tied person worked for the client (walk-begin.ts). */
const TIE_ENDED = day("2027-01-31");

/** The parties of many runs: who acts as whom, and which row each of the model's ids stands for. */
export interface Cast {
  actors: ReadonlyMap<string, Actor>;
  /** Row ids of organisations, people and sites by the model's ids. */
  ids: ReadonlyMap<string, string>;
}

/** A client and four bodies; the first body is on CertTrail or not, and forwards its files or not. */
export async function layCast(connected: boolean, forwarding: boolean): Promise<Cast> {
  const ids = new Map<string, string>();
  const actors = new Map<string, Actor>();
  const clientId = await layOrganisation(ids, CLIENT, "client", null);
  for (const body of [BODY, ...otherBodies])
    await layOrganisation(ids, body, "body", body === BODY && !connected ? clientId : null);
  for (const [personId, held] of Object.entries(roles)) {
    const isOfClient = (ofClient as string[]).includes(personId);
    actors.set(personId, await layPerson(ids, personId, isOfClient ? CLIENT : BODY, held));
  }
  const id = (model: string) => ids.get(model) ?? "";
  for (const site of sites) {
    ids.set(site, newId());
    const place = { name: site, address: "1 Quay Street", activity: "Development", persons: 30 };
    await rows().site.create({ data: { id: id(site), organisationId: clientId, ...place } });
  }
  await rows().bodyPolicy.create({ data: { organisationId: id(BODY), settings: { forwarding } } });
  const tie = { kind: "consultancy", bodyId: id(BODY), personId: id(strangers.tied) };
  await rows().tie.create({
    data: {
      id: newId(),
      clientId,
      ...tie,
      kind: "employment",
      endedOn: dayToDate(TIE_ENDED),
      declaredByOrganisationId: clientId,
    },
  });
  return { ids, actors };
}

/** Before its people come, the organisation and, for a body, its accreditation. */
async function layOrganisation(
  ids: Map<string, string>,
  name: string,
  kind: Side,
  managedById: string | null,
): Promise<string> {
  const id = newId();
  ids.set(name, id);
  await rows().organisation.create({
    data: {
      ...{ id, kind, name, legalName: `${name} Ltd`, slug: `${name}-${id}`, createdAt: START },
      ...{ timeZone: "Europe/Berlin", country: "Germany", connected: managedById === null, managedById },
    },
  });
  if (kind === "client") return id;
  await rows().accreditation.create({
    data: {
      ...{ id: newId(), organisationId: id, accreditationBody: "DAkkS", scheme: "ISO/IEC 27001" },
      ...{ number: "D-ZM-1", validFrom: dayToDate(day("2024-01-01")), validTo: dayToDate(day("2030-12-31")) },
      recognition: "Global ACI",
    },
  });
  return id;
}

async function layPerson(
  ids: Map<string, string>,
  model: string,
  organisation: string,
  held: readonly Role[],
): Promise<Actor> {
  const personId = newId();
  const organisationId = ids.get(organisation) ?? "";
  ids.set(model, personId);
  const person = { id: personId, name: model, email: `${personId}@example.org`, createdAt: START };
  await rows().person.create({ data: person });
  await rows().membership.create({
    data: { organisationId, personId, roles: [...held], createdAt: START },
  });
  return actorFrom({
    ...{ personId, personName: model, organisationId, organisationName: organisation, roles: held },
    ...{ organisationSlug: `${organisation}-${organisationId}`, timeZone: "Europe/Berlin" },
    kind: organisation === CLIENT ? "client" : "body",
  });
}
