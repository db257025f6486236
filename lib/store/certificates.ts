import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import { type Day, dateToDay, dayToDate } from "../day";
import { findOutcome } from "../lifecycle/certificate-rules";
import type { CertificateState } from "../lifecycle/certificate-states";
import { firstCycle } from "../lifecycle/first-cycle";
import { NotThere, Rejected } from "../outcome";
import { findStandard } from "../standards/editions";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type CertificateContent, type CertifiedAccreditation, readContent } from "./certificate-content";
import { db, Prisma, type Tx } from "./db";
import { allow, tell } from "./move";
import { newId } from "./new-id";
import { reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { listRecordedMarks } from "./recorded-marks";

export interface IssueCertificate {
  projectId: string;
  /** Typed from the body's own certificate when the client records it; otherwise the next number of the body. */
  number: string | null;
  /** Null takes the day that follows from the decision (6.6); typed when the body's own certificate is recorded. */
  effectiveFrom: Day | null;
  expiresOn: Day | null;
}

/** 192 bits: nobody guesses the address of a certificate. */
const TOKEN_BYTES = 24;
const NUMBER_DIGITS = 4;

/** Issues the certificate that rests on the decision to grant (CRT-1, DEC-10, 6.6). Returns its number. */
export async function issueCertificate(
  actor: Actor,
  input: IssueCertificate,
  submission: Submission,
): Promise<string> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { record } = act.project;
    const decidedOn = findOutcome(record)?.decidedOn ?? act.moment.on;
    const content = await readContent(act.tx, act.project, decidedOn);
    const cycle = firstCycle(record, decidedOn, act.project.policy);
    const days = {
      effectiveFrom: input.effectiveFrom ?? cycle.effectiveFrom.on,
      expiresOn: input.expiresOn ?? cycle.expiresOn.on,
    };
    const ask = (number: string) =>
      allow("certificate", "issue", "none", { ...factsOf(act), certificate: null }, { number, ...days });
    // The number is drawn only once nothing stands against the certificate: a refusal leaves no hole.
    const typed = act.moment.recorded ? (input.number ?? "").trim() : null;
    const allowed = ask(typed ?? "next");
    const number = typed ?? (await drawNumber(act, record.standardId));
    await requireFreeNumber(act, number);
    const id = await keepCertificate(act, content, { number, ...days });
    const { kind, machine, from, to } = allowed;
    await tell(act, kind, { type: "certificate", id }, { number, ...days }, { move: { machine, from, to } });
    return number;
  });
}

async function keepCertificate(
  act: Act,
  content: CertificateContent,
  { number, ...days }: { number: string; effectiveFrom: Day; expiresOn: Day },
): Promise<string> {
  const { record } = act.project;
  const decision = findOutcome(record);
  const { certificationCase, clientId, bodyId } = record;
  if (!decision || !certificationCase || !bodyId) throw new NotThere();
  const id = newId();
  const { sites, accreditation, soaApprovedOn, ...words } = content;
  await act.tx.certificate.create({
    data: {
      ...words,
      id,
      number,
      projectId: record.id,
      caseId: certificationCase.id,
      clientId,
      bodyId,
      decisionId: decision.id,
      sites: sites.map((site) => ({ ...site })),
      accreditation: accreditation ? { ...accreditation } : Prisma.DbNull,
      soaApprovedOn: soaApprovedOn && dayToDate(soaApprovedOn),
      decidedOn: dayToDate(decision.decidedOn),
      effectiveFrom: dayToDate(days.effectiveFrom),
      expiresOn: dayToDate(days.expiresOn),
      timeZone: record.timeZone,
      publicToken: randomBytes(TOKEN_BYTES).toString("base64url"),
      issuedById: act.moment.personId,
      issuedAt: act.submission.now,
    },
  });
  return id;
}

/** The body's next number for this kind of system and year, such as ISMS-2027-0001 (CRT-2: unique per body). */
async function drawNumber(act: Act, standardId: string): Promise<string> {
  const series = `${findStandard(standardId)?.systemName ?? "MS"}-${act.moment.on.slice(0, 4)}`;
  for (;;) {
    const next = await countOn(act.tx, act.project.record.bodyId, `certificate ${series}`);
    const number = `${series}-${String(next).padStart(NUMBER_DIGITS, "0")}`;
    if (await isFree(act, number)) return number;
  }
}

/** Raises the body's counter; its row is locked until the act ends, so two acts never draw the same number. */
async function countOn(tx: Tx, bodyId: string | null, kind: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ drawn: number }[]>`
    INSERT INTO body_counter (body_id, kind, next) VALUES (${bodyId}::uuid, ${kind}, 2)
    ON CONFLICT (body_id, kind) DO UPDATE SET next = body_counter.next + 1
    RETURNING next - 1 AS drawn`;
  if (!row) throw new Error(`The counter "${kind}" gave no number.`);
  return row.drawn;
}

async function isFree(act: Act, number: string): Promise<boolean> {
  const bodyId = act.project.record.bodyId ?? undefined;
  const taken = await act.tx.certificate.findFirst({ where: { bodyId, number }, select: { id: true } });
  return taken === null;
}

async function requireFreeNumber(act: Act, number: string): Promise<void> {
  if (!(await isFree(act, number)))
    throw new Rejected({ number: `${number} is the number of another certificate of this body.` });
}

/** One certificate as its page shows it. */
export interface CertificateView extends CertificateContent {
  id: string;
  number: string;
  state: Exclude<CertificateState, "none">;
  decidedOn: Day;
  effectiveFrom: Day;
  expiresOn: Day;
  suspendedOn: Day | null;
  suspendedUntil: Day | null;
  endedOn: Day | null;
  publicToken: string;
  issuedAt: Date;
  timeZone: string;
}

type Row = Prisma.CertificateGetPayload<object>;

/** The row of a certificate with its days as days. */
export function viewCertificate(row: Row): CertificateView {
  const day = (date: Date | null) => date && dateToDay(date);
  return {
    id: row.id,
    number: row.number,
    state: row.state as CertificateView["state"],
    organisationName: row.organisationName,
    bodyName: row.bodyName,
    bodyAddress: row.bodyAddress,
    scope: row.scope,
    // Written by keepCertificate alone, and never changed since: the database sees to that.
    sites: row.sites as unknown as CertificateView["sites"],
    accreditation: row.accreditation as unknown as CertifiedAccreditation | null,
    standardId: row.standardId,
    soaVersion: row.soaVersion,
    soaApprovedOn: day(row.soaApprovedOn),
    decidedOn: dateToDay(row.decidedOn),
    effectiveFrom: dateToDay(row.effectiveFrom),
    expiresOn: dateToDay(row.expiresOn),
    suspendedOn: day(row.suspendedOn),
    suspendedUntil: day(row.suspendedUntil),
    endedOn: day(row.endedOn),
    publicToken: row.publicToken,
    issuedAt: row.issuedAt,
    timeZone: row.timeZone,
  };
}

/** The certificate page: what would be issued while there is none, then the certificate and its earlier versions. */
export async function readCertificate(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const { record } = project;
  const today = currentDay(record.timeZone);
  const rows = await db(actor).certificate.findMany({
    where: { projectId: record.id },
    include: { project: { select: { demo: true } } },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
  });
  const [latest] = rows;
  const decision = findOutcome(record);
  if (!latest) {
    const draft = decision?.kind === "grant" ? await draftOf(db(actor), project, decision.decidedOn) : null;
    return { ...project, today, draft, certificate: null };
  }
  const marks = await listRecordedMarks(db(actor), record.id, ["certificate.issue"]);
  return {
    ...project,
    today,
    draft: null,
    certificate: viewCertificate(latest),
    demo: latest.project.demo,
    earlier: rows.slice(1).map(viewCertificate),
    recorded: marks.find(({ subjectId }) => subjectId === latest.id) ?? null,
  };
}

/** What will be issued: the words of the record, and the days that follow from the decision (6.6). */
async function draftOf(db: Tx, project: LoadedProject, decidedOn: Day) {
  const content = await readContent(db, project, decidedOn);
  return { content, days: firstCycle(project.record, decidedOn, project.policy) };
}
