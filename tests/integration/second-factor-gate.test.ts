import { expect, test, vi } from "vitest";
import { changePassword, setUpApp } from "@/app/(workspace)/[org]/account/actions";
import { invitePerson } from "@/app/(workspace)/[org]/people/actions";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { FormAction } from "@/lib/form-state";
import { FactorMissing, NotThere } from "@/lib/outcome";
import { requireActor, requireMember } from "@/lib/session/require-actor";
import { newId } from "@/lib/store/new-id";
import { proposeAppSecret } from "@/lib/store/second-factors";
import { signIn } from "@/lib/store/sign-in";
import { codeAt } from "../support/app-codes";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { addPerson, createOrganisation, emailOf, onDatabase, PASSWORD } from "../support/story";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { readSessionToken: async () => kept.token };
});
// The page keeps who asks for one request; here each act is a request of its own.
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));

onDatabase();

const signInAs = async (actor: Actor) => {
  signedIn.token = (await signIn(await emailOf(actor), PASSWORD, now())) ?? "";
};

async function send(act: FormAction, { organisationSlug }: Actor, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ org: organisationSlug, requestId: newId(), ...fields })) {
    form.set(name, value);
  }
  return await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
}

test("an administrator without a second factor opens nothing and does nothing until it is set up", async () => {
  const { admin } = await createOrganisation("client", "Northwind", []);
  await signInAs(admin);
  await expect(requireActor(admin.organisationSlug)).rejects.toThrow(FactorMissing);
  await expect(requireActor("no-such-organisation")).rejects.toThrow(NotThere);
  const invitation = { email: "kim@northwind.example", roles: "manager" };
  const password = { current: PASSWORD, password: "four grey herons at noon" };
  for (const [act, fields] of [
    [invitePerson, invitation],
    [changePassword, password],
  ] as const) {
    expect((await send(act, admin, fields)).message).toMatch(/work here with a second factor/);
  }
  expect(await rows().invitation.count({ where: { organisationId: admin.organisationId } })).toBe(0);
  const { session } = await requireMember(admin.organisationSlug);
  const { secret, sealed } = proposeAppSecret(session);
  const answer = await send(setUpApp, admin, { sealed, code: await codeAt(secret, now()) });
  expect(answer).toMatchObject({
    status: "done",
    shownOnce: { text: expect.stringMatching(/^(\S{10}\n){9}\S{10}$/) },
  });
  expect((await requireActor(admin.organisationSlug)).personId).toBe(admin.personId);
  expect((await send(invitePerson, admin, invitation)).status).toBe("done");
});

test("so does everybody of a body; other people of a client work with their password", async () => {
  const body = await createOrganisation("body", "Meridian", ["auditor"]);
  await signInAs(body.auditor);
  await expect(requireActor(body.auditor.organisationSlug)).rejects.toThrow(FactorMissing);
  const { admin } = await createOrganisation("client", "Northwind", []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  await signInAs(member);
  expect((await requireActor(member.organisationSlug)).personId).toBe(member.personId);
});
