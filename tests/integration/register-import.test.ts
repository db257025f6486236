import { expect, test } from "vitest";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { Refused, Rejected } from "@/lib/outcome";
import { registerColumns, registerRows } from "@/lib/selection/register-file";
import { readCsv } from "@/lib/sheets/read-csv";
import { accreditationOf } from "@/lib/store/accreditations";
import { listBodies } from "@/lib/store/bodies";
import { importRegister, planRegisterImport } from "@/lib/store/register-import";
import { rows } from "../support/rows";
import { registerBody } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const HEAD = "Name,Country,Sectors,Standard,Accreditation body,Number,Valid to";
const read = (...lines: string[]) => readCsv("register.csv", Buffer.from([HEAD, ...lines].join("\n"))).rows;
const AURORA = read(
  "Aurora Cert,Ireland,Hosting,ISO/IEC 27001,INAB,8114,2029-01-31",
  "Aurora Cert,Ireland,Hosting,ISO 9001,INAB,8115,2029-01-31",
  "Borealis,Sweden,,,,,",
);

async function exported(actor: Parameters<typeof listBodies>[0]) {
  const bodies = (await listBodies(actor))
    .filter(({ managedById }) => managedById === actor.organisationId)
    .map((body) => ({ ...body, accreditations: body.accreditations.map(accreditationOf) }));
  return [csvHead(registerColumns), ...registerRows(bodies).map(csvRow)].join("");
}

test("a file becomes the client's own register, and an export of it changes nothing when it comes back", async () => {
  const { manager } = await createOrganisation("client", "Importers", ["manager"]);
  const other = await createOrganisation("client", "Other importers", ["manager"]);
  expect(await importRegister(manager, AURORA, submission())).toEqual({ count: 2 });
  const before = await exported(manager);
  expect(before.trim().split("\r\n")).toHaveLength(4);
  const again = readCsv("register.csv", Buffer.from(before)).rows;
  expect((await planRegisterImport(manager, again)).bodies.flatMap(({ changes }) => changes)).toEqual([]);
  expect(await importRegister(manager, again, submission())).toEqual({ count: 0 });
  expect(await exported(manager)).toBe(before);
  expect(await exported(other.manager)).not.toContain("Aurora Cert");
});

test("a body that is known by name and country is changed and keeps its id, accreditations and all", async () => {
  const { manager } = await createOrganisation("client", "Changers", ["manager"]);
  const bodyId = await registerBody(manager, "Aurora Cert");
  const accreditationId = (await listBodies(manager)).find(({ id }) => id === bodyId)?.accreditations[0]?.id;
  const file = read("AURORA CERT,germany,Hosting,ISO/IEC 27001,DAkkS,D-ZM-14001-01-00,2031-01-31");
  expect(await importRegister(manager, file, submission())).toEqual({ count: 1 });
  const now = (await listBodies(manager)).filter(({ managedById }) => managedById === manager.organisationId);
  expect(now).toMatchObject([
    { id: bodyId, sectors: ["Hosting"], accreditations: [{ id: accreditationId }] },
  ]);
  expect(now[0]?.accreditations[0]?.validTo).toEqual(new Date("2031-01-31"));
});

test("with one wrong row nothing is written", async () => {
  const { manager, executive } = await createOrganisation("client", "Wrong rows", ["manager", "executive"]);
  const wrong = [...AURORA, { line: 9, cells: ["", "Norway"] }];
  const error = await importRegister(manager, wrong, submission()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Rejected);
  expect((error as Rejected).errors.register).toContain("Line 9");
  await expect(importRegister(executive, AURORA, submission())).rejects.toThrow(Refused);
  expect(await rows().organisation.count({ where: { managedById: manager.organisationId } })).toBe(0);
});

test("one file sent twice at once is imported once", async () => {
  const { manager } = await createOrganisation("client", "Twice", ["manager"]);
  const sent = [submission(), submission()].map((one) => importRegister(manager, AURORA, one));
  expect((await Promise.all(sent)).map(({ count }) => count).sort()).toEqual([0, 2]);
  expect(await rows().organisation.count({ where: { managedById: manager.organisationId } })).toBe(2);
});
