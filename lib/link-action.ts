import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { type Done, digestOf } from "./action";
import type { Actor } from "./actor";
import { now } from "./clock";
import { errorsOf, stateOf } from "./form-answer";
import { formToObject, UnreadableForm } from "./form-data";
import { MAX_TEXT } from "./form-fields";
import { type FormState, idleForm } from "./form-state";
import { ours } from "./http/request-marks";
import { requireRecipient } from "./session/answer-link";
import type { Submission } from "./store/act";
import { type LinkUse, noteUse } from "./store/answer-links";
import { countTry } from "./store/throttles";

const Envelope = z.object({
  token: z.string(),
  requestId: z.uuid(),
  version: z.coerce.number().int().optional(),
  justification: z.string().trim().max(MAX_TEXT).optional(),
});

interface LinkContext<Input> {
  actor: Actor;
  /** The one project that the link is for. */
  projectId: string;
  input: Input;
  submission: Submission;
  version: number | undefined;
}

/**
 * A server action for the recipient of an answer link: who holds the link, then the form, then the act. Tries are counted by where
 * they come from; what was done is noted with the link.
 */
export function linkAction<S extends z.ZodType>(
  use: LinkUse,
  schema: S,
  run: (context: LinkContext<z.output<S>>) => Promise<Done>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  const name = `link.${use}`;
  return async (_previous, form) => {
    const at = now();
    const stamp = at.getTime() + Math.random();
    try {
      await countTry("answerLink", { address: (await headers()).get(ours.address) ?? "" }, at);
      const sent = formToObject(form);
      const envelope = Envelope.safeParse(sent);
      if (!envelope.success) throw new UnreadableForm(z.prettifyError(envelope.error));
      const { token, requestId, version, justification } = envelope.data;
      const { actor, link } = await requireRecipient(token, at);
      const parsed = schema.safeParse(sent);
      if (!parsed.success) return { ...idleForm, status: "error", errors: errorsOf(parsed.error), stamp };
      const submission = {
        ...{ id: requestId, action: name, digest: digestOf(form), now: at },
        justification: justification || undefined,
      };
      const done = await run({ actor, projectId: link.projectId, input: parsed.data, submission, version });
      await noteUse(actor, link, use, at);
      refresh();
      return { ...idleForm, status: "done", ...done, stamp };
    } catch (error) {
      return { ...stateOf(error, name), stamp };
    }
  };
}
