import { may } from "@/lib/access";
import { type FormAction, type FormState, idleForm } from "@/lib/form-state";
import { askedAs } from "./asked-as";
import { NOT_THERE, openSession } from "./asking";
import type { ActCommand, Call } from "./runs-act";
import { layNarrative } from "./runs-acts-audit";
import { layFile } from "./runs-acts-finding";
import { putField, type RunForm } from "./runs-form";
import { auditForms } from "./runs-forms-audit";
import { caseForms } from "./runs-forms-case";
import { findingForms } from "./runs-forms-finding";
import type { Prediction } from "./runs-predict";
import { type Answer, byStore, type Way } from "./runs-store";

const forms: Record<ActCommand, RunForm> = { ...caseForms, ...auditForms, ...findingForms };

/** What the page's form had to be preceded by: the file that was added, the report's draft that was saved. */
async function prepare(call: Call): Promise<Call> {
  const { command } = call.attempt;
  if (command === "audit.reportAudit") await layNarrative(call);
  if (command !== "nonconformity.addEvidence") return call;
  return { ...call, input: { ...call.input, fileId: await layFile(call) } };
}

function formOf(call: Call, form: RunForm): FormData {
  const { actor, submission, projectId, attempt, row } = call;
  const [machine] = attempt.command.split(".");
  const sent = new FormData();
  sent.set("org", actor.organisationSlug);
  sent.set("requestId", submission.id);
  sent.set("project", projectId);
  if (machine === "audit") sent.set("audit", row(attempt.subjectId));
  if (machine === "nonconformity") sent.set("finding", row(attempt.subjectId));
  if (submission.justification) sent.set("justification", submission.justification);
  if (submission.recorded) {
    sent.set("recordedOn", submission.recorded.on);
    sent.set("recordedBy", submission.recorded.by);
    sent.set("recordedProof", submission.recorded.proofId);
  }
  for (const [name, value] of Object.entries(form.fields?.(call) ?? {})) putField(sent, name, value);
  return sent;
}

function answerOf({ status, message, refusals, errors, reference }: FormState): Answer {
  if (status === "done" || status === "changed") return { outcome: status, codes: [] };
  if (status === "error") return { outcome: "rejected", codes: [] };
  if (message === NOT_THERE) return { outcome: "not-there", codes: [] };
  if (status === "refused")
    return { outcome: "refused", codes: [...new Set(refusals.map(({ code }) => code))].toSorted() };
  return { outcome: "failed", codes: [], message: JSON.stringify({ status, message, errors, reference }) };
}

/** Who asks, by a session, and when. */
export interface Asking {
  token: string;
  now: Date;
}

/** Sends a form to the action of that name in that file. */
export type SendForm = (form: RunForm, sent: FormData, asking: Asking) => Promise<FormState>;

const toAction: SendForm = async ({ file, name }, sent, asking) => {
  const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, FormAction>;
  const act = module[name];
  if (!act) throw new Error(`${file} has no ${name}.`);
  return await askedAs.run(asking, () => act(idleForm, sent));
};

/** With the form that the page sends and a session of who asks; straight to the store where no page has such a form. */
export function byForm(send: SendForm): Way {
  return {
    ask: async (call) => {
      const form = forms[call.attempt.command as ActCommand];
      if (form.isThere?.(call) === false) return await byStore.ask(call);
      const prepared = await prepare(call);
      const { now } = call.submission;
      const token = await askedAs.run({ token: "", now }, () => openSession(call.actor));
      return answerOf(await send(form, formOf(prepared, form), { token, now }));
    },
    expect: (call, prediction): Prediction => {
      const form = forms[call.attempt.command as ActCommand];
      if (form.isThere?.(call) === false) return prediction;
      // Before anything is looked up the action refuses whom no role lets do this at all.
      const isOpen = may(call.attempt.who, call.attempt.command);
      return isOpen ? prediction : { ...prediction, outcome: "refused", codes: ["not-yours"] };
    },
  };
}

/** By the server action of the page, called in this process. */
export const byAction: Way = byForm(toAction);
