import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { signInByProvider } from "@/app/(public)/sign-in/organisation/actions";
import { now } from "@/lib/clock";
import { idleForm } from "@/lib/form-state";
import { finish } from "@/lib/session/provider-sign-in";
import { newId } from "@/lib/store/new-id";
import { pool } from "@/lib/store/pool";
import { ATTEMPT_MINUTES } from "@/lib/store/provider-attempts";
import { countTry } from "@/lib/store/throttles";
import { limits } from "@/lib/throttle-limits";
import { makeKey, unsigned, withClaims } from "../support/id-tokens";
import { goThrough, serveProvider } from "../support/provider";
import {
  begin,
  type Connected,
  callbackOf,
  comeBack,
  connectOrganisation,
  signInThrough,
} from "../support/provider-story";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { onDatabase } from "../support/story";

vi.mock("@/lib/session/cookie", async (original) => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { ...(await original()), readSessionToken: async () => kept.token };
});
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ set: () => undefined }),
}));
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));
vi.stubEnv("CERTTRAIL_EMBEDDED", "1");
vi.stubEnv("CERTTRAIL_OIDC_INTERNAL", "1");

onDatabase();
const provider = serveProvider();
let northwind: Connected;

beforeAll(async () => {
  northwind = await connectOrganisation(provider, "Northwind");
});

beforeEach(() => {
  signedIn.token = "";
  provider.tamper = null;
  provider.isDown = false;
  provider.accounts.clear();
  provider.accounts.set("kim", { email: northwind.email, email_verified: true, name: "Kim Berg" });
});

const countSessions = () => rows().session.count();

describe("A sign-in through the provider", () => {
  test("opens the account with the verified address, and the session is one of the database", async () => {
    const { address, token } = await begin(northwind.email, "/northwind/projects");
    const asked = new URL(address).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("redirect_uri")).toBe(callbackOf(northwind.admin));
    const back = await comeBack(await goThrough(address, "kim"), token);
    expect(back).toMatchObject({ path: "/northwind/projects", problem: null });
    expect(back.cookie).toMatch(/; HttpOnly/i);
    expect(back.session).toMatchObject({
      personId: northwind.member.personId,
      level: "password",
      providerOf: northwind.admin.organisationSlug,
    });
    const told = await rows().organisationEvent.findMany({ where: { kind: "provider.link" } });
    expect(told).toMatchObject([{ personId: northwind.member.personId }]);
  });

  test("opens the same account the next time, whatever its address has become", async () => {
    const first = await signInThrough(northwind.email, "kim");
    provider.accounts.set("kim", { email: "married@elsewhere.example", email_verified: false });
    const second = await signInThrough(northwind.email, "kim");
    expect(second.session?.personId).toBe(first.session?.personId);
  });

  test("counts as a second factor only where the provider says that it asked for one", async () => {
    provider.tamper = withClaims({ amr: ["pwd"] }, provider.key);
    expect((await signInThrough(northwind.email, "kim")).session?.level).toBe("password");
    provider.tamper = withClaims({ amr: ["pwd", "mfa"] }, provider.key);
    expect((await signInThrough(northwind.email, "kim")).session?.level).toBe("second_factor");
  });

  test("never leads to another address than one of CertTrail", async () => {
    for (const next of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
    ]) {
      await expect(begin(northwind.email, next)).rejects.toThrow();
    }
  });
});

/** What must lead to no session, and what the person is told. */
async function refuseWay(
  work: () => Promise<{ problem: string | null; sessionToken: string | null }>,
  problem: string,
) {
  const before = await countSessions();
  expect(await work()).toMatchObject({ problem, sessionToken: null });
  expect(await countSessions()).toBe(before);
}

describe("Nobody is signed in", () => {
  test("with another state, nor without one", async () => {
    for (const state of ["another", null]) {
      const { address, token } = await begin(northwind.email);
      const url = await goThrough(address, "kim");
      if (state) url.searchParams.set("state", state);
      else url.searchParams.delete("state");
      await refuseWay(() => comeBack(url, token), "not-trusted");
    }
  });

  test.each<[string, () => Parameters<typeof withClaims>]>([
    ["another nonce", () => [{ nonce: "another" }, provider.key]],
    ["no nonce", () => [{ nonce: undefined }, provider.key]],
    ["another issuer", () => [{ iss: "https://other.example" }, provider.key]],
    ["another audience", () => [{ aud: "someone-else" }, provider.key]],
    ["an end in the past", () => [{ exp: 1_700_000_000 }, provider.key]],
    ["no subject", () => [{ sub: "" }, provider.key]],
    ["a signature of another key", () => [{}, makeKey()]],
  ])("by an ID token with %s", async (_, tampering) => {
    provider.tamper = withClaims(...tampering());
    await refuseWay(() => signInThrough(northwind.email, "kim"), "not-trusted");
  });

  test("by an ID token without a signature", async () => {
    provider.tamper = unsigned;
    await refuseWay(() => signInThrough(northwind.email, "kim"), "not-trusted");
  });

  test("twice by one answer, also when both come at once", async () => {
    const { address, token } = await begin(northwind.email);
    const url = await goThrough(address, "kim");
    const before = await countSessions();
    const both = await Promise.all([comeBack(url, token), comeBack(url, token)]);
    expect(both.map(({ problem }) => problem).sort()).toEqual(["ended", null]);
    expect(await countSessions()).toBe(before + 1);
    await refuseWay(() => comeBack(url, token), "ended");
  });

  test("in another browser: without the cookie, or with that of another way", async () => {
    const { address } = await begin(northwind.email);
    const other = await begin(northwind.email);
    const url = await goThrough(address, "kim");
    await refuseWay(() => comeBack(url, ""), "ended");
    await refuseWay(() => comeBack(url, other.token), "not-trusted");
  });

  test(`after more than ${ATTEMPT_MINUTES} minutes`, async () => {
    const { address, token } = await begin(northwind.email);
    const url = await goThrough(address, "kim");
    const query = url.searchParams;
    const back = { slug: northwind.admin.organisationSlug, query, token, userAgent: null, visitor: null };
    const late = new Date(now().getTime() + ATTEMPT_MINUTES * 60_000);
    await expect(finish(back, late)).rejects.toMatchObject({ problem: "ended" });
  });

  test("who turned back at the provider", async () => {
    const { token, address } = await begin(northwind.email);
    const url = new URL(callbackOf(northwind.admin));
    const state = new URL(address).searchParams.get("state") ?? "";
    url.search = String(new URLSearchParams({ error: "access_denied", state, iss: provider.issuer() }));
    await refuseWay(() => comeBack(url, token), "cancelled");
  });

  test("while the provider is down, before or on the way back", async () => {
    const { address, token } = await begin(northwind.email);
    const url = await goThrough(address, "kim");
    provider.isDown = true;
    await expect(begin(northwind.email)).rejects.toMatchObject({ problem: "down" });
    await refuseWay(() => comeBack(url, token), "down");
  });

  test("by a code that another organisation's provider gave, nor at another organisation's address", async () => {
    const contoso = await connectOrganisation(provider, "Contoso");
    const ours = await begin(northwind.email);
    const theirs = await begin(contoso.email);
    const url = await goThrough(ours.address, "kim");
    // The answer to one way, brought to the other's address with the other's state.
    const mixed = new URL(callbackOf(contoso.admin));
    mixed.search = url.search;
    mixed.searchParams.set("state", new URL(theirs.address).searchParams.get("state") ?? "");
    await refuseWay(() => comeBack(mixed, theirs.token), "not-trusted");
    await refuseWay(() => comeBack(mixed, ours.token), "ended");
  });

  test("by an answer that names another issuer (RFC 9207)", async () => {
    const { address, token } = await begin(northwind.email);
    const url = await goThrough(address, "kim");
    expect(url.searchParams.get("iss")).toBe(provider.issuer());
    url.searchParams.set("iss", "https://other.example");
    await refuseWay(() => comeBack(url, token), "not-trusted");
  });
});

describe("The form that asks for the address", () => {
  const send = async (email: string) => {
    const form = new FormData();
    form.set("email", email);
    return await signInByProvider(idleForm, form);
  };

  test("says the same of every domain that leads nowhere, and asks no provider", async () => {
    const { organisationId } = northwind.admin;
    await rows().signInDomain.create({
      data: { id: newId(), organisationId, domain: "claimed.example", createdAt: now() },
    });
    const met = provider.met.length;
    const answers = [];
    for (const domain of ["claimed.example", "unknown.example"]) answers.push(await send(`kim@${domain}`));
    expect(answers[0]?.errors.email).toMatch(/No organisation here/);
    expect(answers[1]?.errors).toEqual(answers[0]?.errors);
    expect(provider.met.length).toBe(met);
  });

  test("sends every address of a verified domain to the provider, whether there is such an account or not", async () => {
    for (const email of [northwind.email, `nobody@${northwind.domain}`]) {
      const { redirectTo } = await send(email);
      expect(new URL(redirectTo ?? "").origin).toBe(provider.issuer());
    }
  });

  test("is answered so often from one place, also when it succeeds", async () => {
    await pool().throttle.deleteMany();
    for (let n = 1; n < limits.provider.address; n += 1) await countTry("provider", { address: "" }, now());
    expect((await send(northwind.email)).status).toBe("done");
    expect(await send(northwind.email)).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/too many tries/),
    });
  });
});
