import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  fetchFromProvider,
  MAX_ANSWER_BYTES,
  ProviderSilent,
  requireOpenAddress,
} from "@/lib/oidc/provider-fetch";

const settings = { CERTTRAIL_OIDC_INTERNAL: "0" };
vi.mock("@/lib/env", () => ({ environment: () => settings }));

const met: string[] = [];
const server = createServer((request, response) => {
  met.push(`${request.method} ${request.url}`);
  if (request.url === "/away") return response.writeHead(302, { location: "/there" }).end();
  if (request.url === "/long") return response.end("x".repeat(MAX_ANSWER_BYTES + 1));
  if (request.url === "/silent") return;
  request.pipe(response);
});
let origin: string;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  met.length = 0;
  settings.CERTTRAIL_OIDC_INTERNAL = "0";
});

const options = { method: "GET", headers: {}, body: null, redirect: "manual" } as const;

describe("Closed by default", () => {
  test.each([
    "http://login.example.com",
    "https://127.0.0.1",
    "https://2130706433",
    "https://0x7f.1",
    "https://[::1]",
    "https://[::ffff:10.0.0.1]",
    "https://10.0.0.1:8443/realms/a",
    "https://169.254.169.254/latest/meta-data",
    "https://user:secret@login.example.com",
    "ftp://login.example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "login.example.com",
    "",
  ])("%s is not asked", (address) => {
    expect(() => requireOpenAddress(address)).toThrow(ProviderSilent);
  });

  test("a name that leads into the own network is not asked either, when the connection looks it up", async () => {
    const secure = origin.replace("http:", "https:");
    await expect(fetchFromProvider(`${secure}/`, options)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/private network/) },
    });
    expect(met).toEqual([]);
  });

  test("a public https address is", () => {
    expect(requireOpenAddress("https://login.example.com/realms/a").href).toBe(
      "https://login.example.com/realms/a",
    );
  });
});

describe("Opened to the own network by the operator", () => {
  beforeEach(() => {
    settings.CERTTRAIL_OIDC_INTERNAL = "1";
  });

  test("a form is sent, and its answer read", async () => {
    const body = new URLSearchParams({ code: "a b" });
    const answer = await fetchFromProvider(`${origin}/token`, { ...options, method: "POST", body });
    expect(await answer.text()).toBe("code=a+b");
    expect(met).toEqual(["POST /token"]);
  });

  test("no redirect is followed", async () => {
    expect((await fetchFromProvider(`${origin}/away`, options)).status).toBe(302);
    expect(met).toEqual(["GET /away"]);
  });

  test("an answer that is too long is given up, and so is one that does not come", async () => {
    await expect(fetchFromProvider(`${origin}/long`, options)).rejects.toThrow(ProviderSilent);
    const signal = AbortSignal.timeout(50);
    await expect(fetchFromProvider(`${origin}/silent`, { ...options, signal })).rejects.toThrow(
      ProviderSilent,
    );
  });
});
