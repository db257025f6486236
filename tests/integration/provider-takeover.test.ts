import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addPasskey, proveNow, removeApp, setUpApp } from "@/app/(workspace)/[org]/account/actions";
import { changeRoles } from "@/app/(workspace)/[org]/people/actions";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { FormAction } from "@/lib/form-state";
import { FactorMissing, NotThere, Rejected } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { listSignIns } from "@/lib/store/account";
import { acceptInvitation } from "@/lib/store/invitations";
import { newId } from "@/lib/store/new-id";
import { invitePerson, listPeople, setActive } from "@/lib/store/people";
import { MAX_WAITING } from "@/lib/store/provider-identities";
import { setUpApp as keepApp, proposeAppSecret } from "@/lib/store/second-factors";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { codeAt } from "../support/app-codes";
import { withClaims } from "../support/id-tokens";
import { serveProvider } from "../support/provider";
import { type Connected, connectOrganisation, holdDomain, signInThrough } from "../support/provider-story";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { addPerson, createOrganisation, emailOf, onDatabase, PASSWORD, submission } from "../support/story";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async (original) => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { ...(await original()), readSessionToken: async () => kept.token };
});
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));
vi.stubEnv("CERTTRAIL_OIDC_INTERNAL", "1");

onDatabase();
const provider = serveProvider();
/** The provider says whatever this organisation's administrator likes. */
let hostile: Connected;
let victim: Connected;

beforeAll(async () => {
  hostile = await connectOrganisation(provider, "Hostile");
  victim = await connectOrganisation(provider, "Victim");
});

beforeEach(() => {
  signedIn.token = "";
  provider.tamper = null;
});

/** Who is signed in when the provider of the organisation says this of a login. */
async function say(
  of: Connected,
  login: string,
  claims: { email?: string; email_verified?: boolean; name?: string },
) {
  provider.accounts.set(login, claims);
  const back = await signInThrough(of.email, login);
  signedIn.token = back.sessionToken ?? "";
  return back;
}

async function send(act: FormAction, { organisationSlug }: Actor, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ org: organisationSlug, requestId: newId(), ...fields })) {
    form.set(name, value);
  }
  return await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
}

/** A member of one organisation joins another with the account there is. */
async function join(admin: Actor, person: Actor): Promise<void> {
  const email = await emailOf(person);
  const token = await invitePerson(admin, { email, roles: ["consultant"] }, submission());
  await acceptInvitation({ token, name: null, password: PASSWORD }, now());
}

describe("A provider opens no account of others", () => {
  test.each<[string, () => { email?: string; email_verified?: boolean }]>([
    [
      "the address of another organisation's member, said to be verified",
      () => ({ email: victim.email, email_verified: true }),
    ],
    ["an own member's address, not verified", () => ({ email: hostile.email, email_verified: false })],
    ["an own member's address, without a word on it", () => ({ email: hostile.email })],
    ["no address", () => ({})],
  ])("by %s: that is somebody new, without a role, who reaches nothing", async (what, claims) => {
    const { session, path } = await say(hostile, `login of ${what}`, claims());
    expect(path).toBe("/");
    expect(session?.actors).toEqual([]);
    expect([hostile.member.personId, victim.member.personId]).not.toContain(session?.personId);
    const person = await rows().person.findUniqueOrThrow({ where: { id: session?.personId ?? "" } });
    expect(person).toMatchObject({ email: null, passwordHash: null });
    for (const { organisationSlug } of [hostile.admin, victim.admin]) {
      await expect(requireActor(organisationSlug)).rejects.toThrow(NotThere);
    }
  });

  test("by an own member's address in a domain that is not verified", async () => {
    const member = await addPerson(hostile.admin, "Ola Dahl", ["manager"]);
    await rows().person.update({ where: { id: member.personId }, data: { email: "ola@elsewhere.example" } });
    const { session } = await say(hostile, "ola", { email: "ola@elsewhere.example", email_verified: true });
    expect(session?.personId).not.toBe(member.personId);
  });

  test("by an address that the provider vouches for in another place than it names it", async () => {
    provider.tamper = withClaims({ email: hostile.email }, provider.key);
    const { session } = await say(hostile, "mixed", { email: "mine@mine.example", email_verified: true });
    expect(session?.personId).not.toBe(hostile.member.personId);
  });

  test("by an address in its domain that belongs to a member of another organisation alone", async () => {
    const person = await addPerson(victim.admin, "Far Away", ["manager"]);
    const email = `far@${hostile.domain}`;
    await rows().person.update({ where: { id: person.personId }, data: { email } });
    const { session } = await say(hostile, "far", { email, email_verified: true });
    expect(session?.personId).not.toBe(person.personId);
  });

  test("by a deactivated member's address", async () => {
    const member = await addPerson(hostile.admin, "Dea Lund", ["manager"]);
    const email = await emailOf(member);
    await setActive(hostile.admin, { personId: member.personId, version: 0, active: false }, submission());
    const { session } = await say(hostile, "dea", { email, email_verified: true });
    expect(session).toMatchObject({ actors: [] });
    expect(session?.personId).not.toBe(member.personId);
  });

  test("by an address that was given to somebody new after its first owner had come in with it", async () => {
    const member = await addPerson(hostile.admin, "First Owner", ["manager"]);
    const claims = { email: await emailOf(member), email_verified: true };
    expect((await say(hostile, "first", claims)).session?.personId).toBe(member.personId);
    const second = await say(hostile, "second", claims);
    expect(second.session?.personId).not.toBe(member.personId);
    expect(second.session?.actors).toEqual([]);
  });

  test("of one organisation by the subject it has at another with the same provider", async () => {
    const claims = { email: victim.email, email_verified: true };
    expect((await say(victim, "same-subject", claims)).session?.personId).toBe(victim.member.personId);
    const there = await say(hostile, "same-subject", claims);
    expect(there.session?.personId).not.toBe(victim.member.personId);
  });
});

describe("A person who acts in two organisations", () => {
  test("is let into the provider's alone, and cannot be made to open the other", async () => {
    const person = await addPerson(hostile.admin, "Both Worlds", ["manager"]);
    await join(victim.admin, person);
    const email = await emailOf(person);
    const elsewhere = (await signIn(email, PASSWORD, now())) ?? "";
    const { session } = await say(hostile, "both", { email, email_verified: true });
    expect(session?.personId).toBe(person.personId);
    expect(session?.actors.map(({ organisationId }) => organisationId)).toEqual([
      hostile.admin.organisationId,
    ]);
    await expect(requireActor(victim.admin.organisationSlug)).rejects.toThrow(NotThere);
    const { sealed, secret } = proposeAppSecret({ personId: person.personId, email });
    const code = await codeAt(secret, now());
    for (const [act, fields] of [
      [addPasskey, { name: "A key of ours" }],
      [setUpApp, { sealed, code }],
      [removeApp, {}],
    ] as const) {
      const answer = await send(act, hostile.admin, fields);
      expect(answer.refusals.map((refusal) => refusal.code)).toEqual(["account-elsewhere"]);
    }
    expect(await rows().secondFactor.count({ where: { personId: person.personId } })).toBe(0);
    if (session) expect(await listSignIns(session, now())).toHaveLength(1);
    expect((await findSignedIn(elsewhere, now()))?.actors).toHaveLength(2);
  });
});

describe("Somebody new", () => {
  test("stands among the people, and works once a role is given in the ordinary way", async () => {
    const { admin, domain } = victim;
    const email = `nia@${domain}`;
    const first = await say(victim, "nia", { email, email_verified: true, name: "Nia Frost" });
    const { members } = await listPeople(admin, now());
    const listed = members.find(({ personId }) => personId === first.session?.personId);
    expect(listed).toMatchObject({ roles: [], person: { name: "Nia Frost", email } });
    signedIn.token = (await signIn(await emailOf(admin), PASSWORD, now())) ?? "";
    await rows().session.updateMany({
      where: { personId: admin.personId },
      data: { level: "second_factor" },
    });
    const given = await send(changeRoles, admin, {
      person: listed?.personId ?? "",
      version: "0",
      roles: "owner",
    });
    expect(given.status).toBe("done");
    expect(await findSignedIn(first.sessionToken ?? "", now())).toBeNull();
    const { session } = await say(victim, "nia", { email, email_verified: true });
    expect(session?.actors.map(({ roles }) => roles)).toEqual([["owner"]]);
  });

  test("is one account when two browsers come at once", async () => {
    provider.accounts.set("twin", { name: "Twin" });
    const both = await Promise.all([
      signInThrough(victim.email, "twin"),
      signInThrough(victim.email, "twin"),
    ]);
    expect(both[0].session?.personId).toBe(both[1].session?.personId);
  });

  test("joins no other organisation by an account without a password", async () => {
    const { admin } = await createOrganisation("client", "Third", []);
    const email = `pw@${victim.domain}`;
    await say(victim, "pw", { email, email_verified: true });
    const token = await invitePerson(admin, { email, roles: ["owner"] }, submission());
    const joining = acceptInvitation({ token, name: null, password: PASSWORD }, now());
    await expect(joining).rejects.toThrow(Rejected);
    await expect(joining).rejects.toMatchObject({
      errors: { password: expect.stringMatching(/no password/) },
    });
  });

  test(`is turned away while ${MAX_WAITING} wait`, async () => {
    const { admin, email } = await connectOrganisation(provider, "Crowded");
    const { organisationId } = admin;
    for (let n = 0; n < MAX_WAITING; n += 1) {
      const personId = newId();
      await rows().person.create({ data: { id: personId, name: `N ${n}`, createdAt: now() } });
      await rows().membership.create({ data: { organisationId, personId, roles: [], createdAt: now() } });
      const key = { organisationId, issuer: provider.issuer(), subject: `crowd ${n}`, personId };
      await rows().oidcIdentity.create({ data: { id: newId(), ...key, createdAt: now(), usedAt: now() } });
    }
    expect(await signInThrough(email, "one-more")).toMatchObject({ problem: "full", sessionToken: null });
  });
});

test("who has an authenticator app shows its code before any page opens, also after the provider", async () => {
  const person = await addPerson(victim.admin, "App Owner", ["manager"]);
  const email = await emailOf(person);
  const own = await findSignedIn((await signIn(email, PASSWORD, now())) ?? "", now());
  if (!own) throw new Error("Nobody is signed in.");
  const { secret, sealed } = proposeAppSecret(own);
  await keepApp(person, own, { sealed, code: await codeAt(secret, now(), -1) }, submission(now()));
  await say(victim, "app", { email, email_verified: true });
  await expect(requireActor(victim.admin.organisationSlug)).rejects.toThrow(FactorMissing);
  expect(await send(proveNow, victim.admin)).toMatchObject({ status: "proof", proof: { by: "code" } });
  const proofCode = await codeAt(secret, now());
  expect((await send(proveNow, victim.admin, { proofCode })).status).toBe("done");
  expect((await requireActor(victim.admin.organisationSlug)).personId).toBe(person.personId);
});

test("a domain belongs to one organisation: a second one cannot verify it", async () => {
  await expect(holdDomain(hostile.admin, victim.domain)).rejects.toMatchObject({
    errors: { domain: expect.stringMatching(/Another organisation/) },
  });
});
