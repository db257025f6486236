import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";
import { afterAll, beforeAll } from "vitest";
import { type Key, makeKey, type Tamper } from "./id-tokens";

export const CLIENT = { id: "certtrail", secret: "a client secret of tests alone" };

/** What the provider says of the account that signs in with this login; its subject is the login. */
export type Accounts = Map<string, { email?: string; email_verified?: boolean; name?: string }>;

export interface TestProvider {
  issuer(): string;
  accounts: Accounts;
  /** Its own signing key. */
  key: Key;
  /** Changes each ID token on its way out. */
  tamper: Tamper | null;
  /** Requests it has met, by path. */
  met: string[];
  /** While it is down it hangs up on everybody. */
  isDown: boolean;
  /** Where it may send browsers back to. */
  redirectUris: string[];
}

/** An OpenID Connect provider on loopback, with the login and consent pages it brings for development. */
export function serveProvider(): TestProvider {
  const key = makeKey();
  let issuer = "";
  const kept: TestProvider = {
    issuer: () => issuer,
    accounts: new Map(),
    key,
    tamper: null,
    met: [],
    isDown: false,
    redirectUris: [],
  };
  const server = createServer();

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port was given.");
    issuer = `http://localhost:${address.port}`;
    server.on("request", answerWith(issuer, kept));
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return kept;
}

function answerWith(issuer: string, kept: TestProvider) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ["http://localhost/replaced"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [kept.key.jwk] },
    cookies: { keys: ["a cookie key of tests alone"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: login, ...kept.accounts.get(login) }),
    }),
  });
  provider.Client.prototype.redirectUriAllowed = (uri: string) => kept.redirectUris.includes(uri);
  const answer = provider.callback();
  return (request: IncomingMessage, response: ServerResponse) => {
    const [path = ""] = (request.url ?? "").split("?");
    kept.met.push(path);
    if (kept.isDown) return request.destroy();
    if (path === "/token" && kept.tamper) tamperWith(response, kept.tamper);
    answer(request, response);
  };
}

/** Lets the ID token of the answer be changed before it leaves. */
function tamperWith(response: ServerResponse, tamper: Tamper): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const sent = JSON.parse(body) as { id_token?: string };
    if (!sent.id_token) return end(body);
    const changed = JSON.stringify({ ...sent, id_token: tamper(sent.id_token) });
    response.setHeader("content-length", Buffer.byteLength(changed));
    return end(changed);
  }) as ServerResponse["end"];
}

const FORM = /<form[^>]* action="([^"]+)"[\s\S]*?name="prompt" value="(\w+)"/;

/**
 * Goes from a provider's authorization address through its pages, as a browser of nobody yet does. Returns the address
 * at which it comes back.
 */
export async function goThrough(
  address: string,
  login: string,
  cookies = new Map<string, string>(),
): Promise<URL> {
  const { origin } = new URL(address);
  let next: { url: URL; body?: URLSearchParams } = { url: new URL(address) };
  while (next.url.origin === origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const { url, body } = next;
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(body && { method: "POST", body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location) {
      next = { url: new URL(location, url) };
      continue;
    }
    const page = await answer.text();
    const [, action, prompt] = FORM.exec(page) ?? [];
    if (!action || !prompt) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 500)}`);
    const fields = { prompt, ...(prompt === "login" && { login, password: "any" }) };
    next = { url: new URL(action, url), body: new URLSearchParams(fields) };
  }
  return next.url;
}
