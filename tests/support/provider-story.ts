import { NextRequest } from "next/server";
import { decode } from "next-auth/jwt";
import { GET } from "@/app/api/sign-in/[org]/route";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { environment } from "@/lib/env";
import { proofRecord } from "@/lib/oidc/domain-proof";
import { paths } from "@/lib/paths";
import { providerCookie } from "@/lib/session/provider-answer";
import { type Begun, beginSignIn } from "@/lib/session/provider-sign-in";
import { setProvider } from "@/lib/store/providers";
import { findSignedIn } from "@/lib/store/sessions";
import { addDomain, verifyDomain } from "@/lib/store/sign-in-domains";
import { CLIENT, goThrough, type TestProvider } from "./provider";
import { rows } from "./rows";
import { addPerson, createOrganisation, emailOf, submission } from "./story";

/** An organisation whose people can sign in through the provider. */
export interface Connected {
  admin: Actor;
  member: Actor;
  /** The address of the member, in the verified domain. */
  email: string;
  domain: string;
}

const domainOfAddress = (email: string) => email.split("@")[1] ?? "";

/** An organisation with an administrator and a manager, the provider, and the domain of the manager's address. */
export async function connectOrganisation(provider: TestProvider, name: string): Promise<Connected> {
  const { admin } = await createOrganisation("client", name, []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  const email = await emailOf(member);
  const domain = domainOfAddress(email);
  await setProviderOf(admin, provider.issuer());
  await holdDomain(admin, domain);
  provider.redirectUris.push(callbackOf(admin));
  return { admin, member, email, domain };
}

export async function setProviderOf(admin: Actor, issuer: string, version?: number): Promise<void> {
  const input = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret };
  await setProvider(admin, input, version, submission(now()));
}

/** Adds a domain and verifies it: the DNS says what it should. */
export async function holdDomain(admin: Actor, domain: string): Promise<void> {
  await addDomain(admin, { domain }, submission(now()));
  const { id } = await rows().signInDomain.findFirstOrThrow({
    where: { domain, organisationId: admin.organisationId },
  });
  const { text } = proofRecord(admin.organisationId, domain);
  await verifyDomain(admin, { domainId: id }, submission(now()), async () => [[text]]);
}

export const callbackOf = ({ organisationSlug }: Actor) =>
  `${environment().CERTTRAIL_ORIGIN}${paths.providerCallback(organisationSlug)}`;

/** Begins a sign-in with an address that leads to a provider. */
export async function begin(email: string, next: string = paths.home): Promise<Begun> {
  const begun = await beginSignIn(email, next, now());
  if (!begun) throw new Error("This address leads to no provider.");
  return begun;
}

/** What came of a way: the path the browser is led to, and the session that was opened. */
export async function comeBack(url: URL | string, token: string) {
  const at = new URL(url);
  const slug = at.pathname.split("/").at(-1) ?? "";
  const request = new NextRequest(at, { headers: { cookie: `${providerCookie().name}=${token}` } });
  const answer = await GET(request, { params: Promise.resolve({ org: slug }) });
  const location = new URL(answer.headers.get("location") ?? "");
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("next-auth.session-token="));
  const sealed = /=([^;]+)/.exec(cookie ?? "")?.[1];
  const sid = sealed && (await decode({ token: sealed, secret: environment().AUTH_SECRET }))?.sid;
  return {
    origin: location.origin,
    path: location.pathname,
    problem: location.searchParams.get("problem"),
    cookie,
    sessionToken: typeof sid === "string" ? sid : null,
    session: typeof sid === "string" ? await findSignedIn(sid, now()) : null,
  };
}

/** The whole way: an address here, a login at the provider, and back. */
export async function signInThrough(email: string, login: string) {
  const { address, token } = await begin(email);
  return await comeBack(await goThrough(address, login), token);
}
