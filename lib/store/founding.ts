import "server-only";
import { type Actor, actorFrom } from "../actor";
import type { Role, Side } from "../lifecycle/who";
import { Rejected } from "../outcome";
import { hashPassword } from "../session/password";
import { FRONT_DOOR, type Tx, withAsker } from "./db";
import { newId } from "./new-id";
import { hashNewPassword } from "./new-password";
import { tellOrganisation } from "./organisation-events";

export interface Founding {
  kind: Side;
  name: string;
  legalName: string;
  country: string | null;
  timeZone: string;
  /** The first person; may everything an administrator may, and the given roles. */
  person: { name: string; email: string; password: string; roles: readonly Role[] };
  demo?: boolean;
}

/** Makes an organisation with its first administrator. Throws Rejected when the e-mail address is taken. */
export async function foundOrganisation(founding: Founding, now: Date): Promise<Actor> {
  const passwordHash = await hashPassword(founding.person.password);
  return await withAsker(FRONT_DOOR, async (tx) => await found(tx, founding, passwordHash, now));
}

/** The first organisation of an installation, and only the first: two people at the set-up page make one. */
export async function foundFirstOrganisation(founding: Founding, now: Date): Promise<Actor> {
  const { name, email, password } = founding.person;
  const passwordHash = await hashNewPassword(password, { name, email, organisation: founding.name });
  return await withAsker(FRONT_DOOR, async (tx) => {
    await tx.$executeRaw`LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE`;
    if (await tx.organisation.findFirst({ select: { id: true } })) {
      throw new Rejected({
        code: "CertTrail is set up already. Sign in, or ask its administrator to invite you.",
      });
    }
    return await found(tx, founding, passwordHash, now);
  });
}

async function found(tx: Tx, founding: Founding, passwordHash: string, now: Date): Promise<Actor> {
  const { kind, name, legalName, country, timeZone, demo = false } = founding;
  const email = founding.person.email.trim().toLowerCase();
  if (await tx.person.findUnique({ where: { email }, select: { id: true } })) {
    throw new Rejected({ email: "This e-mail address has an account already. Use another one." });
  }
  const organisationId = newId();
  const slug = await freeSlug(tx, name);
  await tx.organisation.create({
    data: { id: organisationId, kind, slug, name, legalName, country, timeZone, demo, createdAt: now },
  });
  const personId = newId();
  const personName = founding.person.name.trim();
  await tx.person.create({
    data: { id: personId, name: personName, email, passwordHash, demo, createdAt: now },
  });
  const roles = [...new Set<Role>(["admin", ...founding.person.roles])];
  await tx.membership.create({ data: { organisationId, personId, roles, createdAt: now } });
  const actor = actorFrom({
    personId,
    personName,
    organisationId,
    organisationName: name,
    organisationSlug: slug,
    kind,
    roles,
    timeZone,
  });
  await tellOrganisation(tx, actor, "organisation.create", organisationId, { organisation: name }, now);
  return actor;
}

const MAX_SLUG = 40;
/** First parts of an address that belong to the product. */
const RESERVED = new Set(["api", "sign-in", "setup", "invitation", "reset", "verify", "v", "projects"]);

/** The name as an address: letters and digits of ASCII, and a number where another organisation has it. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, "");
  const base = plain && !RESERVED.has(plain) ? plain : `org-${plain || "1"}`;
  const taken = await tx.organisation.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = base;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
