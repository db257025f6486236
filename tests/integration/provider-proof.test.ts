import { NextRequest } from "next/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as prove } from "@/app/api/sign-in/[org]/prove/route";
import { now } from "@/lib/clock";
import { providerCookie } from "@/lib/session/provider-answer";
import { requireProof } from "@/lib/session/require-proof";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { withClaims } from "../support/id-tokens";
import { goThrough, serveProvider } from "../support/provider";
import { type Connected, comeBack, connectOrganisation, signInThrough } from "../support/provider-story";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { onDatabase, PASSWORD } from "../support/story";

vi.mock("@/lib/session/cookie", async (original) => {
  const { signedIn: kept } = await import("../support/signed-in");
  return { ...(await original()), readSessionToken: async () => kept.token };
});
vi.mock("react", async (original) => ({ ...(await original()), cache: (read: unknown) => read }));
vi.stubEnv("CERTTRAIL_EMBEDDED", "1");
vi.stubEnv("CERTTRAIL_OIDC_INTERNAL", "1");

onDatabase();
const provider = serveProvider();
const LOGIN = "kim";
let northwind: Connected;

const comeIn = async () => (await signInThrough(northwind.email, LOGIN)).sessionToken ?? "";

beforeAll(async () => {
  northwind = await connectOrganisation(provider, "Northwind");
  provider.accounts.set(LOGIN, { email: northwind.email, email_verified: true });
});

beforeEach(async () => {
  provider.tamper = null;
  signedIn.token = await comeIn();
  await rows().session.updateMany({ data: { provenAt: new Date(now().getTime() - 6 * 60_000) } });
});

/** Follows the link of a form that asks for a proof: to the provider's page, and what the browser keeps meanwhile. */
async function follow() {
  const slug = northwind.admin.organisationSlug;
  const request = new NextRequest(`http://localhost:3000/api/sign-in/${slug}/prove`);
  const answer = await prove(request, { params: Promise.resolve({ org: slug }) });
  const kept = new RegExp(`${providerCookie().name}=([^;]+)`).exec(answer.headers.get("set-cookie") ?? "");
  return { status: answer.status, address: answer.headers.get("location") ?? "", token: kept?.[1] ?? "" };
}

async function proveAs(login: string) {
  const { address, token } = await follow();
  return await comeBack(await goThrough(address, login), token);
}

/** Whether an act that needs a fresh proof passes; else what it asks for. */
async function isProven() {
  const session = await findSignedIn(signedIn.token, now());
  if (!session) throw new Error("Nobody is signed in.");
  return await requireProof(session, {}, now()).then(
    () => true,
    ({ ask }) => ask,
  );
}

test("a proof is asked for, and given by signing in at the provider anew", async () => {
  const { organisationSlug } = northwind.admin;
  expect(await isProven()).toEqual({ provider: `/api/sign-in/${organisationSlug}/prove` });
  const asked = new URL((await follow()).address).searchParams;
  expect([asked.get("prompt"), asked.get("max_age")]).toEqual(["login", "0"]);
  expect(await proveAs(LOGIN)).toMatchObject({ path: "/sign-in/proven", sessionToken: null });
  expect(await isProven()).toBe(true);
});

test("it is not given by somebody else", async () => {
  provider.accounts.set("colleague", {});
  expect(await proveAs("colleague")).toMatchObject({ problem: "other-person" });
  expect(await isProven()).not.toBe(true);
});

test("it is not given by an old sign-in there, nor when the provider does not say how old it is", async () => {
  for (const auth_time of [Math.floor(now().getTime() / 1000) - 600, undefined]) {
    provider.tamper = withClaims({ auth_time }, provider.key);
    expect(await proveAs(LOGIN)).toMatchObject({ problem: "not-trusted" });
  }
  expect(await isProven()).not.toBe(true);
});

test("it is not given by fewer factors than before", async () => {
  await rows().session.updateMany({ data: { level: "second_factor" } });
  expect(await proveAs(LOGIN)).toMatchObject({ problem: "weaker" });
  expect(await isProven()).not.toBe(true);
});

test("it counts for the session that began it, and for no other", async () => {
  const { address, token } = await follow();
  const url = await goThrough(address, LOGIN);
  const began = signedIn.token;
  signedIn.token = await comeIn();
  expect(await comeBack(url, token)).toMatchObject({ problem: "ended" });
  signedIn.token = began;
  expect(await isProven()).not.toBe(true);
});

test("it is begun by a session of that provider alone", async () => {
  signedIn.token = (await signIn(northwind.email, PASSWORD, now())) ?? "";
  expect(await follow()).toEqual({ status: 404, address: "", token: "" });
});
