import { keepDraft } from "@/app/(workspace)/[org]/projects/[project]/audits/[audit]/log/actions";
import type { Actor } from "@/lib/actor";
import { idleForm } from "@/lib/form-state";
import { NotThere } from "@/lib/outcome";
import { findDraft, readLogger } from "@/lib/store/logger";
import { answerError, answerJson, answerState, findSender } from "./device-answer";

interface Context {
  params: Promise<{ org: string; project: string; audit: string; finding: string }>;
}

/** Five texts of 20,000 letters, each of up to twelve bytes when it is percent-encoded, and the rest of a draft. */
const MAX_DRAFT_BYTES = 2 * 1024 * 1024;

/**
 * Takes a draft finding from the device that kept it, as a form whose address names it. May be sent again and again; the
 * same draft is kept once. Answers with the state of a form; where somebody else went on meanwhile (409), with what
 * stands now beside it, for a comparison.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  try {
    const place = await params;
    const actor = await findSender(place.org, place.project, place.audit);
    const form = await readForm(request);
    if (!form) return answerJson({ message: "This draft is too long to be sent." }, 413);
    for (const [name, value] of Object.entries(place)) form.set(name, value);
    const state = await keepDraft(idleForm, form);
    return answerState(state, state.status === "changed" ? { current: await readCurrent(actor, place) } : {});
  } catch (error) {
    return answerError(error, "audit.draftFinding");
  }
}

async function readForm(request: Request): Promise<FormData | null> {
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(size <= MAX_DRAFT_BYTES)) return null;
  try {
    return await request.formData();
  } catch (error) {
    // What is no form has no field: the action says so, once it knows who asks.
    if (error instanceof TypeError) return new FormData();
    throw error;
  }
}

/** The draft as it stands; null when it is none any more. */
async function readCurrent(actor: Actor, { project, audit, finding }: Awaited<Context["params"]>) {
  try {
    const { drafts } = await readLogger(actor, project, audit);
    const found = findDraft(drafts, finding);
    if (!found) return null;
    const { finding: kept, ...words } = found;
    return { ...words, grade: kept.grade, version: kept.version };
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
}
