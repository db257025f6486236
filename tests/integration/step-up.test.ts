import { beforeEach, describe, expect, test, vi } from "vitest";
import { changeRoles } from "@/app/(workspace)/[org]/people/actions";
import { editProfile } from "@/app/(workspace)/[org]/profile/actions";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { FormAction, FormState } from "@/lib/form-state";
import { newId } from "@/lib/store/new-id";
import { proposeAppSecret, setUpApp } from "@/lib/store/second-factors";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { codeAt } from "../support/app-codes";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { addPerson, createOrganisation, emailOf, onDatabase, PASSWORD, submission } from "../support/story";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { readSessionToken: async () => kept.token };
});
// The page keeps who asks for one request; here each act is a request of its own.
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));

// On an embedded installation nobody must have a second factor.
vi.stubEnv("CERTTRAIL_EMBEDDED", "1");
onDatabase();

const idle: FormState = { status: "idle", errors: {}, refusals: [], stamp: 0 };
let admin: Actor;
let member: Actor;

async function send(act: FormAction, fields: Record<string, string>, requestId: string = newId()) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ org: admin.organisationSlug, requestId, ...fields })) {
    form.set(name, value);
  }
  return await act(idle, form);
}

const newRoles = (more: Record<string, string> = {}, requestId?: string) =>
  send(changeRoles, { person: member.personId, version: "0", roles: "owner", ...more }, requestId);

const rolesNow = async () =>
  (await rows().membership.findFirstOrThrow({ where: { personId: member.personId } })).roles;

/** Lets the proof of every session grow old. */
async function ageProof(minutes: number): Promise<void> {
  await rows().session.updateMany({ data: { provenAt: new Date(now().getTime() - minutes * 60_000) } });
}

beforeEach(async () => {
  const { admin: founder } = await createOrganisation("client", "Northwind", []);
  admin = founder;
  member = await addPerson(admin, "Kim Berg", ["manager"]);
  signedIn.token = (await signIn(await emailOf(admin), PASSWORD, now())) ?? "";
});

describe("Before the members are changed", () => {
  test("a proof of the last five minutes is enough, and signing in is one", async () => {
    await ageProof(4);
    expect((await newRoles()).status).toBe("done");
    expect(await rolesNow()).toEqual(["owner"]);
  });

  test("an older one is asked for again, nothing is done, and the same form goes through with it", async () => {
    await ageProof(6);
    const requestId = newId();
    expect(await newRoles({}, requestId)).toMatchObject({ status: "proof", proof: { by: "password" } });
    expect(await newRoles({ proofPassword: "not the password" }, requestId)).toMatchObject({
      status: "proof",
      proof: { by: "password", problem: expect.stringMatching(/not your password/) },
    });
    expect(await rolesNow()).toEqual(["manager"]);
    expect((await newRoles({ proofPassword: PASSWORD }, requestId)).status).toBe("done");
    expect(await rolesNow()).toEqual(["owner"]);
    expect((await newRoles({}, requestId)).status).toBe("done");
    const claimed = await rows().actRequest.findMany({ where: { id: requestId } });
    expect(claimed).toHaveLength(1);
    expect(JSON.stringify(claimed)).not.toContain(PASSWORD);
  });

  test("the proof counts for the next act too, and for other acts none is asked", async () => {
    await ageProof(6);
    expect((await send(editProfile, { name: "", version: "0" })).status).toBe("error");
    await newRoles({ proofPassword: PASSWORD });
    const { version } = await rows().membership.findFirstOrThrow({ where: { personId: member.personId } });
    expect((await newRoles({ version: String(version), roles: "manager" })).status).toBe("done");
  });

  test("who has an authenticator app proves with its code; the password is not enough, even a fresh one", async () => {
    const session = await findSignedIn(signedIn.token, now());
    if (!session) throw new Error("Nobody is signed in.");
    const { secret, sealed } = proposeAppSecret(session);
    const code = await codeAt(secret, now(), -1);
    await setUpApp(admin, session, { sealed, code }, submission(now()));
    await rows().session.updateMany({ data: { level: "password" } });
    expect(await newRoles()).toMatchObject({ status: "proof", proof: { by: "code" } });
    expect(await newRoles({ proofPassword: PASSWORD })).toMatchObject({ status: "proof" });
    expect(await newRoles({ proofCode: code })).toMatchObject({ status: "proof" });
    expect(await rolesNow()).toEqual(["manager"]);
    expect((await newRoles({ proofCode: await codeAt(secret, now()) })).status).toBe("done");
  });

  test("who may not do it is told so, and not asked for a proof", async () => {
    signedIn.token = (await signIn(await emailOf(member), PASSWORD, now())) ?? "";
    await ageProof(6);
    expect((await newRoles()).status).toBe("refused");
  });
});
