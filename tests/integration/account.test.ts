import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere, Rejected, TooMany } from "@/lib/outcome";
import { changePassword, endAllSignIns, endSignIn, listSignIns } from "@/lib/store/account";
import { changeRoles, setActive } from "@/lib/store/people";
import { endSession, findSignedIn, type SignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { limits } from "@/lib/throttle-limits";
import {
  addPerson,
  createOrganisation,
  emailOf,
  onDatabase,
  PASSWORD,
  START,
  submission,
} from "../support/story";

onDatabase();

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

interface Open {
  token: string;
  session: SignedIn;
}

/** Signs a person in, as another browser each time. */
async function open(actor: Actor): Promise<Open> {
  const token =
    (await signIn(await emailOf(actor), PASSWORD, START, { userAgent: "Firefox/142.0 (X11; Linux)" })) ?? "";
  const session = await findSignedIn(token, START);
  if (!session) throw new Error(`${actor.personName} could not sign in.`);
  return { token, session };
}

const isIn = async ({ token }: Open, now = START) => (await findSignedIn(token, now)) !== null;

async function layMember() {
  const { admin } = await createOrganisation("client", "Northwind", []);
  return { admin, member: await addPerson(admin, "Kim Berg", ["manager"]) };
}

test("a copied cookie is worth nothing after signing out", async () => {
  const { member } = await layMember();
  const here = await open(member);
  expect(await isIn(here)).toBe(true);
  await endSession(here.token, START);
  expect(await isIn(here)).toBe(false);
});

test("other roles end every sign-in of the member, and nobody else's", async () => {
  const { admin, member } = await layMember();
  const sessions = [await open(member), await open(member)];
  const others = await open(admin);
  await changeRoles(admin, { personId: member.personId, version: 0, roles: ["owner"] }, submission());
  for (const session of sessions) expect(await isIn(session)).toBe(false);
  expect(await isIn(others)).toBe(true);
  expect((await open(member)).session.actors.map(({ roles }) => roles)).toEqual([["owner"]]);
});

test("a refused change of roles ends nothing", async () => {
  const { admin } = await layMember();
  const here = await open(admin);
  const change = { personId: admin.personId, version: 0, roles: ["manager"] };
  await expect(changeRoles(admin, change, submission())).rejects.toThrow(Rejected);
  expect(await isIn(here)).toBe(true);
});

test("deactivation ends every sign-in, and reactivation brings none back", async () => {
  const { admin, member } = await layMember();
  const here = await open(member);
  const { personId } = member;
  await setActive(admin, { personId, version: 0, active: false }, submission());
  expect(await isIn(here)).toBe(false);
  await setActive(admin, { personId, version: 1, active: true }, submission());
  expect(await isIn(here)).toBe(false);
});

test("a new password ends every other sign-in, and the old password opens none", async () => {
  const { member } = await layMember();
  const here = await open(member);
  const elsewhere = await open(member);
  const password = "four grey herons at noon";
  await changePassword(member, here.session, { current: PASSWORD, password }, submission());
  expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
  const email = await emailOf(member);
  expect(await signIn(email, PASSWORD, START)).toBeNull();
  expect(await signIn(email, password, START)).not.toBeNull();
});

test("without the present password nothing changes", async () => {
  const { member } = await layMember();
  const here = await open(member);
  const elsewhere = await open(member);
  const input = { current: "not the password", password: "four grey herons at noon" };
  await expect(changePassword(member, here.session, input, submission())).rejects.toThrow(Rejected);
  expect(await isIn(elsewhere)).toBe(true);
  expect(await signIn(await emailOf(member), PASSWORD, START)).not.toBeNull();
});

test("the present password cannot be guessed without end", async () => {
  const { member } = await layMember();
  const { session } = await open(member);
  const guess = (current: string) =>
    changePassword(member, session, { current, password: "four grey herons at noon" }, submission());
  for (let tries = 0; tries < limits.signIn.account; tries += 1) {
    await expect(guess("not the password")).rejects.toThrow(Rejected);
  }
  await expect(guess(PASSWORD)).rejects.toThrow(TooMany);
});

test("a person ends one sign-in or all, and never one of somebody else", async () => {
  const { admin, member } = await layMember();
  const here = await open(member);
  const elsewhere = await open(member);
  const others = await open(admin);
  expect(await listSignIns(here.session, START)).toMatchObject([
    { browser: "Firefox on Linux", isThis: false },
    { isThis: true },
  ]);
  await expect(endSignIn(member, others.session.sessionId, submission())).rejects.toThrow(NotThere);
  await endSignIn(member, elsewhere.session.sessionId, submission());
  expect([await isIn(here), await isIn(elsewhere), await isIn(others)]).toEqual([true, false, true]);
  await endAllSignIns(member, submission());
  expect([await isIn(here), await isIn(others)]).toEqual([false, true]);
});

test("a person of a body is out after half an hour alone, a person of a client is not", async () => {
  const body = await createOrganisation("body", "Meridian", []);
  const { member } = await layMember();
  const auditor = await open(body.admin);
  const manager = await open(member);
  expect([await isIn(auditor, later(31)), await isIn(manager, later(31))]).toEqual([false, true]);
  expect(await isIn(manager, later(12 * 60))).toBe(false);
});
