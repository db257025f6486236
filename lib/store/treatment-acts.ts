import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { Changed, NotThere, Rejected } from "../outcome";
import {
  controlReader,
  MAX_TREATMENT_LINES,
  orderOf,
  problemsOf,
  type TreatmentEntry,
} from "../treatment/treatment";
import { type Act, actOnProject, type Submission } from "./act";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";
import { listNamed } from "./treatment";

/** An entry as a form has it: the controls as somebody wrote them. */
export interface TreatmentInput extends Omit<TreatmentEntry, "controls"> {
  controls: string | null;
}

/** Which line an act is about, and the version of it that the page showed. */
export interface TreatmentAct {
  projectId: string;
  treatmentId: string;
  version?: number;
}

/** Adds a line. Throws Rejected for a reference that is taken and for controls that the statement does not have. */
export async function addTreatment(
  actor: Actor,
  { projectId, ...input }: TreatmentInput & { projectId: string },
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "treatment.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const columns = await columnsOf(act, input);
    await requireFreeRef(act, input.ref);
    const keys = keysOf(act);
    if ((await act.tx.treatmentLine.count({ where: keys })) >= MAX_TREATMENT_LINES) {
      throw new Rejected({ ref: `A risk treatment can have ${MAX_TREATMENT_LINES} lines.` });
    }
    const id = newId();
    await act.tx.treatmentLine.create({ data: { id, ...keys, ...columns } });
    await tellTreatment(act, "treatment.add", id, { risk: input.ref });
    return { id };
  });
}

/** Changes a line. Throws Changed for a page that showed another version. */
export async function editTreatment(
  actor: Actor,
  { projectId, treatmentId, version, ...input }: TreatmentInput & TreatmentAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "treatment.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const before = await findLine(act, treatmentId);
    const columns = await columnsOf(act, input);
    if (input.ref !== before.ref) await requireFreeRef(act, input.ref);
    const { count } = await act.tx.treatmentLine.updateMany({
      where: { id: before.id, version: version ?? before.version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (count !== 1) throw new Changed();
    await tellTreatment(act, "treatment.edit", before.id, { risk: input.ref });
    return null;
  });
}

/** Takes a line out; the trail keeps that it was there. */
export async function removeTreatment(
  actor: Actor,
  input: TreatmentAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "treatment.edit");
  return await actOnProject(actor, input, submission, async (act) => {
    const { id, ref, version } = await findLine(act, input.treatmentId);
    const seen = { id, version: input.version ?? version };
    const { count } = await act.tx.treatmentLine.deleteMany({ where: seen });
    if (count !== 1) throw new Changed();
    await tellTreatment(act, "treatment.remove", id, { risk: ref });
    return null;
  });
}

async function findLine(act: Act, treatmentId: string) {
  requireTreated(act);
  const where = { id: knownId(treatmentId), ...keysOf(act) };
  const line = await act.tx.treatmentLine.findFirst({ where });
  if (!line) throw new NotThere();
  return line;
}

/** Throws NotThere for a standard that asks for no Statement of Applicability: it has no controls to treat risks with. */
export function requireTreated({ project }: Act): void {
  if (!project.record.needsSoa) throw new NotThere();
}

async function requireFreeRef(act: Act, ref: string): Promise<void> {
  const taken = await act.tx.treatmentLine.findFirst({
    where: { ...keysOf(act), ref },
    select: { id: true },
  });
  if (taken) throw new Rejected({ ref: `${ref} is in the risk treatment already. Use another reference.` });
}

async function columnsOf(act: Act, { controls: text, ...entry }: TreatmentInput) {
  requireTreated(act);
  const known = (await listNamed(act.tx, act.project)).map(({ ref }) => ref);
  const { controls, unknown } = controlReader(known)(text ?? "");
  const problems: Record<string, string> = { ...problemsOf(entry, act.moment.today) };
  if (unknown.length > 0) {
    problems.controls = `${unknown.join(", ")}: not in the Statement of Applicability. Enter references such as A.5.15.`;
  }
  if (Object.keys(problems).length > 0) throw new Rejected(problems);
  return {
    ...{ ref: entry.ref, refOrder: orderOf(entry.ref), risk: lineEnds(entry.risk), owner: entry.owner },
    ...{ treatment: entry.treatment, controls, state: entry.state, acceptedBy: entry.acceptedBy },
    dueOn: entry.dueOn && dayToDate(entry.dueOn),
    acceptedOn: entry.acceptedOn && dayToDate(entry.acceptedOn),
    ...{ changedById: act.actor.personId, changedAt: act.submission.now },
  };
}

/** A form on its way writes line ends anew; a file that is exported and imported again has to say the same. */
const lineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

const keysOf = ({ project }: Act) => ({ projectId: project.record.id, clientId: project.record.clientId });

type LineEvent = "treatment.add" | "treatment.edit" | "treatment.remove";

async function tellTreatment(act: Act, kind: LineEvent, id: string, data: { risk: string }): Promise<void> {
  await tell(act, kind, { type: "treatment_line", id }, data, { audience: "own" });
}
