import { beforeEach, describe, expect, test, vi } from "vitest";
import { now } from "@/lib/clock";
import { ProviderAsked, Rejected } from "@/lib/outcome";
import { acceptInvitation } from "@/lib/store/invitations";
import { invitePerson } from "@/lib/store/people";
import { readProvider, removeProvider, requireProvider, setProvider } from "@/lib/store/providers";
import { proposeAppSecret, setUpApp } from "@/lib/store/second-factors";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { addDomain, removeDomain, verifyDomain } from "@/lib/store/sign-in-domains";
import { codeAt } from "../support/app-codes";
import { CLIENT, serveProvider } from "../support/provider";
import { type Connected, connectOrganisation, setProviderOf, signInThrough } from "../support/provider-story";
import { rows } from "../support/rows";
import { createOrganisation, emailOf, onDatabase, PASSWORD, submission } from "../support/story";

vi.mock("@/lib/session/cookie", async (original) => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { ...(await original()), readSessionToken: async () => kept.token };
});
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));
vi.stubEnv("CERTTRAIL_EMBEDDED", "1");
vi.stubEnv("CERTTRAIL_OIDC_INTERNAL", "1");

onDatabase();
const provider = serveProvider();
let northwind: Connected;

const request = () => submission(now());
const versionOf = async () => (await readProvider(northwind.admin)).provider?.version;
const allow = async (required: boolean) =>
  await requireProvider(northwind.admin, { required }, await versionOf(), request());

async function comeIn() {
  provider.accounts.set(northwind.email, { email: northwind.email, email_verified: true });
  return await signInThrough(northwind.email, northwind.email);
}

/** Gives the administrator an authenticator app. Returns the code that it shows now. */
async function giveApp(): Promise<string> {
  const { admin } = northwind;
  const email = await emailOf(admin);
  const session = await findSignedIn((await signIn(email, PASSWORD, now())) ?? "", now());
  if (!session) throw new Error("Nobody is signed in.");
  const { secret, sealed } = proposeAppSecret(session);
  await setUpApp(admin, session, { sealed, code: await codeAt(secret, now(), -1) }, request());
  return await codeAt(secret, now());
}

beforeEach(async () => {
  northwind = await connectOrganisation(provider, "Northwind");
});

describe("The provider can be required", () => {
  test("only once a domain is verified, somebody came in through it, and its administrator has another way", async () => {
    await expect(allow(true)).rejects.toMatchObject({
      errors: { required: expect.stringMatching(/Sign in through/) },
    });
    await comeIn();
    await expect(allow(true)).rejects.toMatchObject({
      errors: { required: expect.stringMatching(/second factor/) },
    });
    await giveApp();
    const [domain] = (await readProvider(northwind.admin)).domains;
    await removeDomain(northwind.admin, { domainId: domain?.id ?? "" }, request());
    await expect(allow(true)).rejects.toMatchObject({
      errors: { required: expect.stringMatching(/Verify a domain/) },
    });
    expect((await readProvider(northwind.admin)).provider?.forced).toBe(false);
  });

  test("and then a right password opens nothing, a wrong one says what it always says, and open sessions end", async () => {
    const before = (await signIn(northwind.email, PASSWORD, now())) ?? "";
    await comeIn();
    await giveApp();
    await allow(true);
    await expect(signIn(northwind.email, PASSWORD, now())).rejects.toThrow(ProviderAsked);
    expect(await signIn(northwind.email, "a wrong long password", now())).toBeNull();
    expect(await findSignedIn(before, now())).toMatchObject({ actors: [] });
    expect((await comeIn()).session?.actors).toHaveLength(1);
    await allow(false);
    expect(await signIn(northwind.email, PASSWORD, now())).not.toBeNull();
  });

  test("and an administrator still gets in with the second factor, and not without", async () => {
    await comeIn();
    const code = await giveApp();
    const { admin } = northwind;
    const email = `boss@${northwind.domain}`;
    await rows().person.update({ where: { id: admin.personId }, data: { email } });
    await allow(true);
    const token = await signIn(email, PASSWORD, now(), { code });
    expect((await findSignedIn(token ?? "", now()))?.actors).toHaveLength(1);
    await rows().session.updateMany({ where: { personId: admin.personId }, data: { level: "password" } });
    expect((await findSignedIn(token ?? "", now()))?.actors).toEqual([]);
  });

  test("and a password still opens the person's other organisation", async () => {
    const other = await createOrganisation("client", "Other", []);
    const invited = { email: northwind.email, roles: ["consultant"] };
    const token = await invitePerson(other.admin, invited, submission());
    await acceptInvitation({ token, name: null, password: PASSWORD }, now());
    await comeIn();
    await giveApp();
    await allow(true);
    const session = await findSignedIn((await signIn(northwind.email, PASSWORD, now())) ?? "", now());
    expect(session?.actors.map(({ organisationId }) => organisationId)).toEqual([other.admin.organisationId]);
  });
});

describe("A provider's settings", () => {
  test("never show the secret, and keep it sealed for this issuer alone", async () => {
    const { organisationId } = northwind.admin;
    const kept = await rows().identityProvider.findUniqueOrThrow({ where: { organisationId } });
    const told = await rows().organisationEvent.findMany({ where: { organisationId } });
    const claimed = await rows().actRequest.findMany();
    const all = JSON.stringify([kept, told, claimed, await readProvider(northwind.admin)]);
    expect(all).toContain(provider.issuer());
    expect(all).not.toContain(CLIENT.secret);
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["provider.set", "provider.verifyDomain"]),
    );
    // Sent to another address, the kept secret would be that provider's.
    const moved = { issuer: `${provider.issuer()}/elsewhere`, clientId: CLIENT.id, clientSecret: null };
    const moving = setProvider(northwind.admin, moved, await versionOf(), request());
    await expect(moving).rejects.toMatchObject({ errors: { clientSecret: expect.any(String) } });
  });

  test("are kept only when the provider answers, and another one has to prove itself again", async () => {
    const { session, sessionToken } = await comeIn();
    expect(session?.actors).toHaveLength(1);
    const version = await versionOf();
    await expect(setProviderOf(northwind.admin, `${provider.issuer()}/nothing`, version)).rejects.toThrow(
      Rejected,
    );
    const { organisationId } = northwind.admin;
    await rows().identityProvider.update({
      where: { organisationId },
      data: { issuer: "https://earlier.example", forced: true },
    });
    await setProviderOf(northwind.admin, provider.issuer(), version);
    expect((await readProvider(northwind.admin)).provider).toMatchObject({ forced: false });
    expect(await findSignedIn(sessionToken ?? "", now())).toBeNull();
  });

  test("gone, nobody comes in through it, and its sessions have ended", async () => {
    const { sessionToken } = await comeIn();
    await removeProvider(northwind.admin, request());
    expect(await findSignedIn(sessionToken ?? "", now())).toBeNull();
    await expect(comeIn()).rejects.toThrow(/no provider/);
  });
});

test("a domain counts once the DNS shows the record, and every other answer says what to do", async () => {
  const { admin } = northwind;
  await addDomain(admin, { domain: "Bücher.Example." }, request());
  const { domains } = await readProvider(admin);
  const added = domains.find(({ domain }) => domain === "xn--bcher-kva.example");
  const check = (answer: () => Promise<string[][]>) =>
    verifyDomain(admin, { domainId: added?.id ?? "" }, request(), answer);
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  for (const none of [async () => [["v=spf1 -all"], ["certtrail-domain=another"]], failing("ENODATA")]) {
    await expect(check(none)).rejects.toMatchObject({
      errors: { domain: expect.stringMatching(/not show this record/) },
    });
  }
  await expect(check(failing("ETIMEOUT"))).rejects.toMatchObject({
    errors: { domain: expect.stringMatching(/no answer/) },
  });
  expect(
    (await readProvider(admin)).domains.every(({ id, verifiedAt }) => id !== added?.id || !verifiedAt),
  ).toBe(true);
  for (const domain of ["localhost", "10.0.0.1", "a b.example", "-x.example", "bücher.example"]) {
    await expect(addDomain(admin, { domain }, request())).rejects.toThrow(Rejected);
  }
});
