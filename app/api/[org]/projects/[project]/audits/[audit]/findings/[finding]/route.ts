import { keepDraft } from "@/app/(workspace)/[org]/projects/[project]/audits/[audit]/log/actions";
import { type FormState, idleForm } from "@/lib/form-state";
import { NotThere } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { findDraft, readLogger } from "@/lib/store/logger";

interface Context {
  params: Promise<{ org: string; project: string; audit: string; finding: string }>;
}

/** Five texts of 20,000 letters, each of up to twelve bytes when it is percent-encoded, and the rest of a draft. */
const MAX_DRAFT_BYTES = 2 * 1024 * 1024;

const statuses: Record<FormState["status"], number> = {
  idle: 500,
  done: 200,
  error: 422,
  refused: 403,
  changed: 409,
  proof: 403,
  failed: 500,
};

const failures: Record<NonNullable<FormState["failure"]>, number> = {
  "signed-out": 401,
  "not-there": 404,
  "too-many": 429,
  unreadable: 400,
  ours: 500,
};

/**
 * Takes a draft finding from the device that kept it, as a form whose address names it. May be sent again and again; the
 * same draft is kept once. Answers with the state of a form; where somebody else went on meanwhile (409), with what
 * stands now beside it, for a comparison.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const place = await params;
  const form = await readForm(request);
  if (!form) return answer({ ...idleForm, message: "This draft is too long to be sent." }, 413);
  for (const [name, value] of Object.entries(place)) form.set(name, value);
  const state = await keepDraft(idleForm, form);
  if (state.status === "failed") return answer(state, failures[state.failure ?? "ours"]);
  if (state.status !== "changed") return answer(state, statuses[state.status]);
  return answer({ ...state, current: await readCurrent(place) }, statuses.changed);
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
async function readCurrent({ org, project, audit, finding }: Awaited<Context["params"]>) {
  try {
    const { drafts } = await readLogger(await requireActor(org), project, audit);
    const found = findDraft(drafts, finding);
    if (!found) return null;
    const { finding: kept, ...words } = found;
    return { ...words, grade: kept.grade, version: kept.version };
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
}

function answer(state: object, status: number): Response {
  return Response.json(state, { status, headers: { "cache-control": "no-store" } });
}
