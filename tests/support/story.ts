import { afterAll, beforeAll } from "vitest";
import { type Actor, actorFrom } from "@/lib/actor";
import type { Role, Side } from "@/lib/lifecycle/who";
import type { Submission } from "@/lib/store/act";
import { foundOrganisation } from "@/lib/store/founding";
import { acceptInvitation } from "@/lib/store/invitations";
import { newId } from "@/lib/store/new-id";
import { invitePerson } from "@/lib/store/people";
import { pool } from "@/lib/store/pool";
import { findMember } from "../../prisma/demo/members";
import { createTestDatabase, type TestDatabase } from "./database";
import { closeRows, rows } from "./rows";

/** The day on which test stories begin; `at("2027-03-09")` makes instants of other days. */
export const START = new Date("2027-01-11T09:00:00Z");
export const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** Of everybody in these stories. */
export const PASSWORD = "a long enough password";

/**
 * Gives the store of a test file a migrated database of its own. The store reads DATABASE_URL at first use, so this
 * works as long as the file calls it before any store function.
 */
export function onDatabase(): { owner: () => string } {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const url = new URL(database.appUrl);
    url.search = "";
    Object.assign(process.env, {
      DATABASE_URL: url.href,
      AUTH_SECRET: "a secret of tests that is long enough",
      CERTTRAIL_ORIGIN: "http://localhost:3000",
      CERTTRAIL_DATA: process.env.CERTTRAIL_DATA ?? "/tmp/certtrail-tests",
    });
  });
  afterAll(async () => {
    await closeRows();
    await pool().$disconnect();
    await database.drop();
  });
  return { owner: () => database.ownerUrl };
}

/** A submitted form, as the action wrapper makes it. */
export function submission(now: Date = START, more: Partial<Submission> = {}): Submission {
  return { id: newId(), action: "test", digest: "-", now, ...more };
}

let count = 0;

/** An organisation with one person a role; `people.auditor` and so on are actors. */
export async function createOrganisation<R extends Role>(
  kind: Side,
  name: string,
  roles: readonly R[],
  now: Date = START,
): Promise<Record<R | "admin", Actor>> {
  count += 1;
  const domain = `${name.toLowerCase().replace(/[^a-z]+/g, "-")}-${count}.example`;
  const founder = await foundOrganisation(
    {
      kind,
      name,
      legalName: `${name} Ltd`,
      country: "Germany",
      timeZone: "Europe/Berlin",
      person: { name: `${name} Admin`, email: `admin@${domain}`, password: PASSWORD, roles: [] },
    },
    now,
  );
  const people = { admin: founder } as Record<R | "admin", Actor>;
  for (const role of roles) {
    people[role] = await addPerson(founder, `${name} ${role}`, [role], now);
  }
  return people;
}

/** A further member of an organisation. */
export async function addPerson(
  founder: Actor,
  name: string,
  roles: readonly Role[],
  now: Date = START,
): Promise<Actor> {
  count += 1;
  const email = `person-${count}@${founder.organisationSlug}.example`;
  const token = await invitePerson(founder, { email, roles }, submission(now));
  await acceptInvitation({ token, name, password: PASSWORD }, now);
  const member = await findMember(founder, email);
  return actorFrom({ ...founder, kind: founder.side, ...member });
}

/** The address with which a person signs in. */
export async function emailOf({ personId }: Pick<Actor, "personId">): Promise<string> {
  const { email } = await rows().person.findUniqueOrThrow({ where: { id: personId } });
  if (!email) throw new Error("This person has no address.");
  return email;
}
