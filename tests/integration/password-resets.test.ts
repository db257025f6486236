import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { acceptInvitation } from "@/lib/store/invitations";
import { findReset, makeResetLink, resetPassword } from "@/lib/store/password-resets";
import { invitePerson, setActive } from "@/lib/store/people";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { rows } from "../support/rows";
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

const NEW_PASSWORD = "four grey herons at noon";
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

async function layMember() {
  const { admin } = await createOrganisation("client", "Northwind", []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  return { admin, member, email: await emailOf(member) };
}

const makeLink = async (admin: Actor, { personId }: Actor, request = submission()) =>
  (await makeResetLink(admin, { personId }, request)).token;

/** The kinds of what the organisation's trail says of this person. */
async function toldOf({ personId }: Actor): Promise<string[]> {
  const events = await rows().organisationEvent.findMany({
    where: { subjectId: personId },
    orderBy: { id: "asc" },
  });
  expect(JSON.stringify(events)).not.toContain(NEW_PASSWORD);
  return events.map(({ kind }) => kind);
}

describe("A reset link", () => {
  test("sets a new password once, ends every sign-in, and is told", async () => {
    const { admin, member, email } = await layMember();
    const session = (await signIn(email, PASSWORD, START)) ?? "";
    const token = await makeLink(admin, member);
    expect(await findReset(token, START)).toMatchObject({ personName: "Kim Berg", email });
    expect(await findSignedIn(session, START)).not.toBeNull();
    await resetPassword(token, NEW_PASSWORD, START);
    expect(await findSignedIn(session, START)).toBeNull();
    expect(await signIn(email, PASSWORD, START)).toBeNull();
    expect(await signIn(email, NEW_PASSWORD, START)).not.toBeNull();
    await expect(resetPassword(token, "another grey heron at noon", START)).rejects.toThrow(NotThere);
    expect(await toldOf(member)).toEqual(["member.join", "account.makeResetLink", "account.resetPassword"]);
  });

  test("ends after half an hour, and with the next link", async () => {
    const { admin, member } = await layMember();
    const first = await makeLink(admin, member);
    expect(await findReset(first, later(29))).toMatchObject({ personName: "Kim Berg" });
    await expect(findReset(first, later(30))).rejects.toThrow(NotThere);
    await makeLink(admin, member);
    await expect(resetPassword(first, NEW_PASSWORD, START)).rejects.toThrow(NotThere);
  });

  test("is the same link when the form is sent twice, and is kept as a hash alone", async () => {
    const { admin, member } = await layMember();
    const request = submission();
    const token = await makeLink(admin, member, request);
    expect(await makeLink(admin, member, request)).toBe(token);
    const kept = await rows().passwordReset.findMany({ where: { personId: member.personId } });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("still works after a password that is refused as weak", async () => {
    const { admin, member } = await layMember();
    const token = await makeLink(admin, member);
    await expect(resetPassword(token, "password1234", START)).rejects.toThrow(Rejected);
    await resetPassword(token, NEW_PASSWORD, START);
  });

  test("is worth nothing once the member is deactivated", async () => {
    const { admin, member } = await layMember();
    const token = await makeLink(admin, member);
    await setActive(admin, { personId: member.personId, version: 0, active: false }, submission());
    await expect(resetPassword(token, NEW_PASSWORD, START)).rejects.toThrow(NotThere);
  });

  test("is made by an administrator of the member's own organisation alone", async () => {
    const { admin, member } = await layMember();
    const stranger = await createOrganisation("client", "Elsewhere", []);
    await expect(makeLink(stranger.admin, member)).rejects.toThrow(NotThere);
    await expect(makeLink(member, admin)).rejects.toThrow(Refused);
    expect(await rows().passwordReset.count({ where: { personId: member.personId } })).toBe(0);
  });

  test("is not made for an account that opens another organisation too", async () => {
    const { admin, member, email } = await layMember();
    const other = await createOrganisation("client", "Other client", []);
    const token = await invitePerson(other.admin, { email, roles: ["consultant"] }, submission());
    await acceptInvitation({ token, name: null, password: PASSWORD }, START);
    await expect(makeLink(admin, member)).rejects.toThrow(Rejected);
    expect(await rows().passwordReset.count({ where: { personId: member.personId } })).toBe(0);
  });
});

test("an invitation that an existing member accepts changes no role, and stays open", async () => {
  const { admin, member, email } = await layMember();
  const address = "later@northwind.example";
  const token = await invitePerson(admin, { email: address, roles: ["admin"] }, submission());
  await rows().invitation.updateMany({ where: { email: address }, data: { email } });
  await expect(acceptInvitation({ token, name: null, password: PASSWORD }, START)).rejects.toThrow(Rejected);
  const membership = await rows().membership.findFirstOrThrow({ where: { personId: member.personId } });
  expect(membership).toMatchObject({ roles: ["manager"], version: 0 });
});

test("a password that is guessed early opens no account", async () => {
  const { admin } = await layMember();
  const email = "weak@northwind.example";
  const token = await invitePerson(admin, { email, roles: ["manager"] }, submission());
  await expect(acceptInvitation({ token, name: "Kim", password: "qwerty123456" }, START)).rejects.toThrow(
    Rejected,
  );
  expect(await rows().person.count({ where: { email } })).toBe(0);
});
