import { createServer } from "node:net";
import { expect, test } from "vitest";
import { readSettings, refuseTakenPort } from "../../scripts/settings.mjs";

const SECRET = "0123456789abcdef0123456789abcdef";
const POSTGRES = "postgres://ana@db.example.com/certtrail";

test("without settings, CertTrail serves this machine alone, on port 3000, with its own database", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    origin: "http://localhost:3000",
    databaseUrl: undefined,
  });
});

test("a public origin and another port are taken as they are given", () => {
  const settings = readSettings({ PORT: "4000", CERTTRAIL_ORIGIN: "https://certtrail.example.com" });
  expect(settings).toMatchObject({ port: 4000, origin: "https://certtrail.example.com" });
});

test.each(["0", "65536", "3000x", "-1", "3000.5"])("PORT=%s is refused", (port) => {
  expect(() => readSettings({ PORT: port })).toThrow("Set it to a number from 1 to 65535.");
});

test("a fixed clock needs the embedded database and an instant with its zone", () => {
  expect(() => readSettings({ CERTTRAIL_NOW: "2027-03-27T09:00:00Z" })).not.toThrow();
  expect(() => readSettings({ CERTTRAIL_NOW: "2027-03-27T09:00:00" })).toThrow(
    "Write an instant with its zone",
  );
  expect(() => readSettings({ CERTTRAIL_NOW: "2027-13-45T09:00:00Z" })).toThrow(
    "Write an instant with its zone",
  );
  const withServer = { CERTTRAIL_NOW: "2027-03-27T09:00:00Z", DATABASE_URL: POSTGRES, AUTH_SECRET: SECRET };
  expect(() => readSettings(withServer)).toThrow("with the embedded database only");
});

test("a database of one's own needs a secret that all its servers share", () => {
  expect(() => readSettings({ DATABASE_URL: POSTGRES })).toThrow("Set AUTH_SECRET");
  expect(() => readSettings({ DATABASE_URL: POSTGRES, AUTH_SECRET: SECRET.slice(1) })).toThrow(
    "Set AUTH_SECRET",
  );
  expect(readSettings({ DATABASE_URL: POSTGRES, AUTH_SECRET: SECRET }).host).toBe("0.0.0.0");
  expect(() => readSettings({ DATABASE_URL: "mysql://db", AUTH_SECRET: SECRET })).toThrow(
    "must begin with postgres://",
  );
});

test("a port that another program listens on is refused, and a free one is not", async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} is taken by another program.`);
  await new Promise((resolve) => server.close(resolve));
  await expect(refuseTakenPort(port)).resolves.toBeUndefined();
});
