import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import type { Day } from "../day";
import { findBar, listDossier } from "../lifecycle/dossier";
import { gradeInWords } from "../lifecycle/finding-words";
import { nameOfFinding, recommendationNames } from "../lifecycle/naming";
import { findAudit, listNonconformities } from "../lifecycle/reading";
import type { Refusal } from "../lifecycle/refusal";
import { type CertificateContent, readContent } from "./certificate-content";
import { db, type Tx } from "./db";
import { reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { listRecordedMarks } from "./recorded-marks";

/** People of a body that a dossier lists at most. */
const MAX_PEOPLE = 200;

const Line = z.object({
  code: z.string(),
  label: z.string(),
  met: z.boolean(),
  proof: z.string(),
  rule: z.string(),
  clause: z.string(),
});

/** What lay before the decider: kept word for word with the decision (DEC-3, DEC-5). */
export const Dossier = z.object({
  lines: z.array(Line),
  findings: z.array(z.object({ name: z.string(), grade: z.string(), state: z.string() })),
  recommendation: z.string().nullable(),
  scope: z.string(),
  sites: z.array(z.object({ name: z.string(), address: z.string(), activity: z.string() })),
  standardId: z.string(),
  soaVersion: z.string().nullable(),
  forward: z
    .object({
      to: z.string(),
      on: z.string(),
      answeredOn: z.string().nullable(),
      answer: z.string().nullable(),
    })
    .nullable(),
});
export type Dossier = z.output<typeof Dossier>;

/** The column of a decision: the dossier and its hash. */
export const KeptDossier = z.object({ dossier: Dossier, sha256: z.string() });

/** The file of a case that is open: everything the decider sees, and nothing that depends on who looks. */
export async function composeDossier(
  db: Tx,
  project: LoadedProject,
  content: CertificateContent,
  today: Day,
): Promise<Dossier> {
  const { record, policy } = project;
  const recommendation = findAudit(record, "stage2")?.recommendation ?? null;
  return {
    lines: listDossier(record, today, policy).map(({ code, label, met, proof, rule, clause }) => ({
      ...{ code, label, met, proof, rule, clause },
    })),
    findings: listNonconformities(record).map((finding) => ({
      name: nameOfFinding(finding),
      grade: gradeInWords(finding.grade),
      state: finding.state,
    })),
    recommendation: recommendation && recommendationNames[recommendation],
    scope: content.scope,
    sites: content.sites,
    standardId: content.standardId,
    soaVersion: content.soaVersion,
    forward: await readForward(db, project),
  };
}

async function readForward(db: Tx, { record }: LoadedProject): Promise<Dossier["forward"]> {
  const { certificationCase } = record;
  if (!certificationCase?.forwardedOn) return null;
  const row = await db.certificationCase.findUniqueOrThrow({
    where: { id: certificationCase.id },
    select: { forwardedTo: true, forwardAnswer: true },
  });
  return {
    to: row.forwardedTo ?? "",
    on: certificationCase.forwardedOn,
    answeredOn: certificationCase.forwardAnsweredOn,
    answer: row.forwardAnswer,
  };
}

/** SHA-256 of a dossier in hex: the same text, the same hash. */
export function hashDossier(dossier: Dossier): string {
  return createHash("sha256").update(JSON.stringify(dossier)).digest("hex");
}

/** Somebody of the certification body, and what stands against this person deciding. */
export interface Decider {
  personId: string;
  name: string;
  decides: boolean;
  bar: Refusal | null;
}

async function listDeciders(actor: Actor, { record, policy }: LoadedProject, today: Day): Promise<Decider[]> {
  const members = await db(actor).$queryRaw<Omit<Decider, "bar">[]>`
    SELECT p.id AS "personId", p.name, 'decider' = ANY(m.roles) AS decides
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = ${record.bodyId}::uuid AND m.active
    ORDER BY p.name, p.id LIMIT ${MAX_PEOPLE}`;
  return members.map((member) => ({ ...member, bar: findBar(record, member.personId, today, policy) }));
}

/** The dossier page: the file, who may decide, and the decisions that were taken. */
export async function readDossier(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const { certificationCase } = project.record;
  if (!certificationCase) return { ...project, open: null, decisions: [] };
  const today = currentDay(project.record.timeZone);
  const content = await readContent(db(actor), project, today);
  const dossier = await composeDossier(db(actor), project, content, today);
  const open = {
    certificationCase,
    content,
    dossier,
    /** Sent back with the decision: what was read is what is decided on. */
    hash: hashDossier(dossier),
    people: await listDeciders(actor, project, today),
  };
  return { ...project, open, decisions: await listTaken(actor, project, certificationCase.id) };
}

interface TakenRow {
  id: string;
  kind: "grant" | "refuse" | "return" | "appeal_upheld";
  reason: string;
  conditions: string | null;
  decidedAt: Date;
  decidedOn: Day;
  decidedBy: string;
  dossier: unknown;
}

/** The decisions of the case, the last one first, each with the file as it was read. */
async function listTaken(actor: Actor, { record }: LoadedProject, caseId: string) {
  const rows = await db(actor).$queryRaw<TakenRow[]>`
    SELECT d.id, d.kind, d.reason, d.conditions, d.decided_at AS "decidedAt", d.decided_on::text AS "decidedOn",
      p.name AS "decidedBy", d.dossier
    FROM decision d JOIN person p ON p.id = d.decided_by_id
    WHERE d.case_id = ${caseId}::uuid
    ORDER BY d.decided_at DESC, d.id DESC`;
  const marks = await listRecordedMarks(db(actor), record.id, [
    "certification.grant",
    "certification.refuse",
    "certification.returnForMore",
  ]);
  return rows.map(({ dossier, ...row }) => ({
    ...row,
    kept: KeptDossier.parse(dossier),
    recorded: marks.find(({ at }) => at.getTime() === row.decidedAt.getTime()) ?? null,
  }));
}
