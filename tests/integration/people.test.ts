import { expect, test } from "vitest";
import { Changed, NotThere, Rejected } from "@/lib/outcome";
import { acceptInvitation, findInvitation } from "@/lib/store/invitations";
import { listMembers } from "@/lib/store/members";
import { changeRoles, invitePerson, listPeople, setActive } from "@/lib/store/people";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { findMember } from "../../prisma/demo/members";
import { addPerson, createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const PASSWORD = "correct horse battery";

test("an invited person joins once, with the roles of the invitation", async () => {
  const { admin } = await createOrganisation("client", "Northwind", []);
  const email = "kim@northwind.example";
  const token = await invitePerson(admin, { email, roles: ["manager"] }, submission());
  expect((await findInvitation(token, START)).organisationName).toBe("Northwind");
  await acceptInvitation({ token, name: "Kim Berg", password: PASSWORD }, START);
  expect(await findMember(admin, email)).toMatchObject({ personName: "Kim Berg", roles: ["manager"] });
  await expect(acceptInvitation({ token, name: "Kim Berg", password: PASSWORD }, START)).rejects.toThrow(
    NotThere,
  );
});

test("the same invitation sent twice is one invitation with one link", async () => {
  const { admin } = await createOrganisation("client", "Twice", []);
  const twice = submission();
  const first = await invitePerson(admin, { email: "a@twice.example", roles: ["owner"] }, twice);
  const second = await invitePerson(admin, { email: "a@twice.example", roles: ["owner"] }, twice);
  expect(second).toBe(first);
  expect((await listPeople(admin, START)).invitations).toHaveLength(1);
});

test("an invitation ends after seven days", async () => {
  const { admin } = await createOrganisation("client", "Late", []);
  const token = await invitePerson(admin, { email: "b@late.example", roles: ["owner"] }, submission());
  const later = new Date(START.getTime() + 7 * 24 * 3_600_000);
  await expect(findInvitation(token, later)).rejects.toThrow(NotThere);
});

test("an invitation never changes the roles of a member", async () => {
  const { admin } = await createOrganisation("client", "Raise", []);
  const email = "c@raise.example";
  const first = await invitePerson(admin, { email, roles: ["owner"] }, submission());
  await acceptInvitation({ token: first, name: "Cleo", password: PASSWORD }, START);
  await expect(invitePerson(admin, { email, roles: ["admin"] }, submission())).rejects.toThrow(Rejected);
  expect((await findMember(admin, email)).roles).toEqual(["owner"]);
});

test("an account that exists joins a second organisation only with its own password", async () => {
  const one = await createOrganisation("client", "One", []);
  const two = await createOrganisation("client", "Two", []);
  const email = "d@one.example";
  const first = await invitePerson(one.admin, { email, roles: ["owner"] }, submission());
  await acceptInvitation({ token: first, name: "Dana", password: PASSWORD }, START);
  const second = await invitePerson(two.admin, { email, roles: ["manager"] }, submission());
  await expect(
    acceptInvitation({ token: second, name: "Eve", password: "another password" }, START),
  ).rejects.toThrow(Rejected);
  await acceptInvitation({ token: second, name: null, password: PASSWORD }, START);
  expect((await findMember(two.admin, email)).personName).toBe("Dana");
});

test("a deactivated member is out at the next request", async () => {
  const { admin } = await createOrganisation("client", "Out", []);
  const email = "e@out.example";
  const token = await invitePerson(admin, { email, roles: ["manager"] }, submission());
  await acceptInvitation({ token, name: "Emil", password: PASSWORD }, START);
  const session = await signIn(email, PASSWORD, START);
  expect((await findSignedIn(session ?? "", START))?.actors).toHaveLength(1);
  const { personId } = await findMember(admin, email);
  await setActive(admin, { personId, version: 0, active: false }, submission());
  expect(await findSignedIn(session ?? "", START)).toBeNull();
});

test("the last administrator stays one", async () => {
  const { admin } = await createOrganisation("client", "Last", []);
  const change = { personId: admin.personId, version: 0 };
  await expect(changeRoles(admin, { ...change, roles: ["manager"] }, submission())).rejects.toThrow(Rejected);
  await expect(setActive(admin, { ...change, active: false }, submission())).rejects.toThrow(Rejected);
  expect((await listMembers(admin, ["admin"])).map(({ personId }) => personId)).toEqual([admin.personId]);
});

test("a member changed by somebody else meanwhile is not overwritten", async () => {
  const { admin } = await createOrganisation("client", "Meanwhile", []);
  const { personId } = await addPerson(admin, "Faye", ["owner"]);
  await changeRoles(admin, { personId, version: 0, roles: ["manager"] }, submission());
  await expect(changeRoles(admin, { personId, version: 0, roles: ["owner"] }, submission())).rejects.toThrow(
    Changed,
  );
});

test("a stranger's administrator does not find the member", async () => {
  const mine = await createOrganisation("client", "Mine", []);
  const theirs = await createOrganisation("client", "Theirs", []);
  const { personId } = await addPerson(mine.admin, "Gina", ["owner"]);
  const change = { personId, version: 0, roles: ["manager"] };
  await expect(changeRoles(theirs.admin, change, submission())).rejects.toThrow(NotThere);
  expect((await listPeople(theirs.admin, START)).members).toHaveLength(1);
});

test("a role of the other side is no role here", async () => {
  const { admin } = await createOrganisation("client", "Side", []);
  await expect(
    invitePerson(admin, { email: "h@side.example", roles: ["decider"] }, submission()),
  ).rejects.toThrow(Rejected);
});
