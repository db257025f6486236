import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { parseFindingList } from "@/lib/finding-list";
import { NotThere } from "@/lib/outcome";
import { newId } from "@/lib/store/new-id";
import { parseTreatmentList } from "@/lib/treatment/treatment-list";
import { layDocument, layTask, layTreatment } from "./asking";
import { uploadFile } from "./open-findings";
import { layFinding } from "./ready-dossier";
import { rows } from "./rows";
import { DURING_STAGE_2, layRunningStage2, type RunningStage2 } from "./running-stage2";
import { listSources } from "./source";

/** What a reading function is given besides the actor, by the names of its parameters. */
type Ids = Record<
  | "projectId"
  | "auditId"
  | "findingId"
  | "fileId"
  | "bodyId"
  | "siteId"
  | "actionId"
  | "messageId"
  | "taskId"
  | "documentId"
  | "treatmentId"
  | "personId",
  string
>;

/** What a reading function is given besides ids. */
export const FURTHER: Record<string, unknown> = {
  list: { ...parseFindingList({}), ...parseTreatmentList({}) },
  viewedAt: DURING_STAGE_2,
  now: DURING_STAGE_2,
  scope: "all",
  wanted: { target: day("2027-12-01"), months: 9 },
  mine: { mine: false },
  after: undefined,
  behind: undefined,
  atOnce: undefined,
  bodyIds: [],
  rows: [],
  scheme: "ISO/IEC 27001",
  standardId: "iso-27001-2022",
  nos: [1],
  view: undefined,
  no: undefined,
  version: undefined,
  photoId: newId(),
};

/** Reads beside a lookup that was made through the actor already; they are given what that lookup found. */
const AFTER_A_LOOKUP = [
  "readAgreement",
  "nameLeads",
  "listOwners",
  "addFile",
  "requireRoom",
  "recordFileRead",
  "recordReportRead",
  "readLinks",
  "readEntries",
  "readScans",
  "readOfferScan",
  "listSharedFiles",
  "readFindingText",
  "readCorrections",
  "readAnswerLink",
  "listAttachments",
  "readScopeChange",
  "listReminders",
  "noteUse",
];

export interface Reader {
  path: string;
  name: string;
  params: string[];
  read: (...args: unknown[]) => Promise<unknown>;
}

const READER =
  /export (?:async function (\w+)|const (\w+) = cache\((?:async )?)\(\s*actor: Actor\b([^)]*)\)|export const (\w+) = cache\((\w+)\)/g;

/** Every exported function of the store that reads for an actor, from the sources; with `all`, also what is asked beside a lookup. */
export async function listReaders({ all = false } = {}): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const { path, code } of listSources()) {
    if (!/^lib\/store\/[\w-]+\.ts$/.test(path)) continue;
    for (const [, plain, cached, rest = "", named, inner] of code.matchAll(READER)) {
      const name = plain ?? cached ?? named ?? "";
      const head = inner
        ? (code.match(new RegExp(`function ${inner}\\(actor: Actor,([^)]*)\\)`))?.[1] ?? "")
        : rest;
      const isAct = /submission|request: ActRequest|\bundefined\b/i.test(head) || name.startsWith("remove");
      if (isAct || (!all && AFTER_A_LOOKUP.includes(name))) continue;
      const module = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, Reader["read"]>;
      const read = module[name];
      if (!read) throw new Error(`${path} has no ${name}.`);
      const params = [...head.matchAll(/(?:^|,)\s*\{?\s*(\w+)/g)].map(([, param]) => param ?? "");
      readers.push({ path, name, params, read });
    }
  }
  return readers;
}

/** Reads everything the store can read, with the ids of two other organisations, as everybody of two. */
export function tryEveryReadAsStrangers(): void {
  let readers: Reader[];
  let theirs: Ids;
  let own: RunningStage2;
  let foreign: string[];

  beforeAll(async () => {
    readers = await listReaders();
    const other = await layRunningStage2();
    own = await layRunningStage2();
    const { projectId, client, body } = other;
    await layFinding(other, "minor", "open");
    const { id: findingId } = await rows().finding.findFirstOrThrow({ where: { projectId } });
    await layFinding(own, "minor", "open");
    const fileId = await uploadFile(client.manager, projectId);
    const plan = {
      findingId,
      projectId,
      clientId: client.manager.organisationId,
      bodyId: body.planner.organisationId,
    };
    const actionId = newId();
    await rows().actionPlan.create({ data: plan });
    await rows().planAction.create({
      data: {
        id: actionId,
        ...plan,
        no: 1,
        what: "Test a restore",
        ownerId: client.manager.personId,
        dueOn: new Date(day("2027-04-01")),
      },
    });
    const taskId = await layTask(client.manager, projectId);
    const documentId = await layDocument(client.manager, projectId);
    const treatmentId = await layTreatment(client.manager, projectId);
    const messageId = newId();
    await rows().message.create({
      data: {
        ...{
          id: messageId,
          organisationId: client.manager.organisationId,
          personId: client.manager.personId,
        },
        ...{ kind: "nonconformity.raise", subject: "NC-001 issued", about: "Hosting", path: "/northwind" },
        createdAt: DURING_STAGE_2,
      },
    });
    theirs = {
      projectId,
      auditId: other.stage2Id,
      findingId,
      fileId,
      siteId: other.siteId,
      bodyId: newId(),
      actionId,
      messageId,
      taskId,
      documentId,
      treatmentId,
      personId: body.auditor.personId,
    };
    foreign = [
      projectId,
      findingId,
      other.stage2Id,
      fileId,
      other.siteId,
      actionId,
      messageId,
      taskId,
      documentId,
      treatmentId,
      client.manager.organisationId,
      client.manager.personId,
    ];
  });

  const argsOf = ({ params }: Reader) =>
    params.map((param) => (Object.hasOwn(theirs, param) ? theirs[param as keyof Ids] : FURTHER[param]));

  test("the sources hold the readers that this knows to call", () => {
    const unknown = readers.flatMap(({ name, params }) =>
      params
        .filter((param) => !Object.hasOwn(theirs, param) && !Object.hasOwn(FURTHER, param))
        .map((param) => `${name} ${param}`),
    );
    expect(unknown.filter((one) => !/ (roles|email|before|subjectId|at)$/.test(one))).toEqual([]);
    expect(readers.filter(({ params }) => params.includes("projectId")).length).toBeGreaterThan(15);
  });

  test("whoever has them opens all of it", async () => {
    const { manager } = own.client;
    const project = readers.filter(({ params }) => params.length === 1 && params[0] === "projectId");
    const opened = await Promise.allSettled(project.map(({ read }) => read(manager, own.projectId)));
    const failed = opened.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    // What belongs to another moment of the project is not there yet.
    expect(failed.filter((reason) => !(reason instanceof NotThere))).toEqual([]);
    expect(opened.length - failed.length).toBeGreaterThan(8);
  });

  test.for(["client", "body"] as const)("nobody of another %s reads any of it", async (side) => {
    const problems: string[] = [];
    for (const [role, actor] of Object.entries<Actor>(own[side])) {
      for (const reader of readers) {
        const takesIds = reader.params.some((param) => Object.hasOwn(theirs, param));
        const answer = await reader.read(actor, ...argsOf(reader)).then(
          (value) => JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one)) ?? "",
          (error: unknown) => error,
        );
        const at = `${reader.name} as ${role}`;
        if (answer instanceof NotThere) continue;
        if (typeof answer !== "string") problems.push(`${at} threw ${String(answer)}`);
        else if (foreign.some((id) => answer.includes(id)))
          problems.push(`${at} shows what belongs to others`);
        else if (takesIds && !["[]", "null"].includes(answer))
          problems.push(`${at} answered ${answer.slice(0, 120)}`);
      }
    }
    expect(problems).toEqual([]);
  });
}
