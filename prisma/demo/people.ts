import { type Actor, actorFrom } from "../../lib/actor";
import type { Role } from "../../lib/lifecycle/who";
import { foundOrganisation } from "../../lib/store/founding";
import { acceptInvitation } from "../../lib/store/invitations";
import { newId } from "../../lib/store/new-id";
import { invitePerson } from "../../lib/store/people";
import { findMember } from "./members";

/** One password for every demo person: they exist only on the embedded database, and the start prints it. */
export const DEMO_PASSWORD = "certtrail-demo-2026";

export interface DemoPerson {
  key: string;
  name: string;
  role: string;
  roles: readonly Role[];
}

interface DemoOrganisation {
  key: string;
  kind: "client" | "body";
  name: string;
  legalName: string;
  country: string;
  timeZone: string;
  domain: string;
  people: readonly [DemoPerson, ...DemoPerson[]];
}

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: "northwind",
    kind: "client",
    name: "Northwind",
    legalName: "Northwind Software Ltd",
    country: "Germany",
    timeZone: "Europe/Berlin",
    domain: "northwind.example",
    people: [
      { key: "ana", name: "Ana Ruiz", role: "Compliance manager", roles: ["manager"] },
      { key: "viktor", name: "Viktor Lang", role: "Executive", roles: ["executive"] },
      { key: "sam", name: "Sam Okafor", role: "Action owner", roles: ["owner"] },
      { key: "ines", name: "Inês Carvalho", role: "Action owner", roles: ["owner"] },
    ],
  },
  {
    key: "lumen",
    kind: "client",
    name: "Lumen Clinics",
    legalName: "Lumen Clinics SpA",
    country: "Italy",
    timeZone: "Europe/Rome",
    domain: "lumen.example",
    people: [
      { key: "giulia", name: "Giulia Moretti", role: "Compliance manager", roles: ["manager"] },
      { key: "paolo", name: "Paolo Bianchi", role: "Executive", roles: ["executive"] },
      { key: "marta", name: "Marta Ricci", role: "Action owner", roles: ["owner"] },
    ],
  },
  {
    key: "harbour",
    kind: "client",
    name: "Harbour Logistics",
    legalName: "Harbour Logistics BV",
    country: "Netherlands",
    timeZone: "Europe/Amsterdam",
    domain: "harbour.example",
    people: [
      { key: "joris", name: "Joris de Wit", role: "Compliance manager", roles: ["manager"] },
      { key: "femke", name: "Femke Visser", role: "Executive", roles: ["executive"] },
    ],
  },
  {
    key: "meridian",
    kind: "body",
    name: "Meridian Certification",
    legalName: "Meridian Certification GmbH",
    country: "Germany",
    timeZone: "Europe/Berlin",
    domain: "meridian.example",
    people: [
      { key: "lena", name: "Lena Vogt", role: "Auditor (lead)", roles: ["auditor"] },
      { key: "omar", name: "Omar Haddad", role: "Auditor", roles: ["auditor"] },
      { key: "ruth", name: "Ruth Sandberg", role: "Decision maker", roles: ["decider"] },
      { key: "tomas", name: "Tomás Novák", role: "Programme planner", roles: ["planner"] },
      { key: "wen", name: "Wen Zhao", role: "Quality manager", roles: ["quality"] },
    ],
  },
];

/** The demo's people as actors, by key. */
export type Cast = Record<string, Actor>;

export interface SignIn {
  role: string;
  name: string;
  email: string;
  password: string;
}

const emailOf = (name: string, domain: string) =>
  `${name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .split(" ")
    .join(".")}@${domain}`;

/** Founds the demo's organisations and brings in their people by invitation, as an administrator would. */
export async function bringInPeople(now: Date): Promise<{ cast: Cast; signIns: SignIn[] }> {
  // All at once: hashing a password takes longer than all else, and two of them run side by side.
  const brought = await Promise.all(demoOrganisations.map((organisation) => bringInOne(organisation, now)));
  const signIns = demoOrganisations.flatMap(({ name, domain, people }) =>
    people.map((person) => signInOf(person, emailOf(person.name, domain), name)),
  );
  return { cast: Object.fromEntries(brought.flat()), signIns };
}

async function bringInOne(organisation: DemoOrganisation, now: Date): Promise<[string, Actor][]> {
  const { key: _key, domain, people, ...founding } = organisation;
  const [first, ...others] = people;
  const email = emailOf(first.name, domain);
  const person = { name: first.name, email, password: DEMO_PASSWORD, roles: first.roles };
  const founder = await foundOrganisation({ ...founding, person, demo: true }, now);
  const members = others.map(async (member): Promise<[string, Actor]> => {
    const memberEmail = emailOf(member.name, domain);
    await joinByInvitation(founder, member, memberEmail, now);
    return [member.key, await asActor(founder, memberEmail)];
  });
  return [[first.key, founder], ...(await Promise.all(members))];
}

async function joinByInvitation(
  founder: Actor,
  { name, roles }: DemoPerson,
  email: string,
  now: Date,
): Promise<void> {
  const request = { id: newId(), action: "people.manage", digest: "-", now };
  const token = await invitePerson(founder, { email, roles }, request);
  await acceptInvitation({ token, name, password: DEMO_PASSWORD }, now);
}

async function asActor(founder: Actor, email: string): Promise<Actor> {
  const { personId, personName, roles } = await findMember(founder, email);
  return actorFrom({ ...founder, kind: founder.side, personId, personName, roles });
}

function signInOf({ role, name }: DemoPerson, email: string, organisation: string): SignIn {
  return { role: `${role}, ${organisation}`, name, email, password: DEMO_PASSWORD };
}
