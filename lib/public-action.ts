import "server-only";
import type { z } from "zod";
import type { Done } from "./action";
import { now } from "./clock";
import { errorsOf, stateOf } from "./form-answer";
import { formToObject } from "./form-data";
import { type FormState, idleForm } from "./form-state";

/** A server action for somebody who is not signed in: setting up, accepting an invitation. The run checks the code or token. */
export function publicAction<S extends z.ZodType>(
  name: string,
  schema: S,
  run: (input: z.output<S>) => Promise<Done | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_previous, form) => {
    const stamp = now().getTime() + Math.random();
    try {
      const parsed = schema.safeParse(formToObject(form));
      if (!parsed.success) return { ...idleForm, status: "error", errors: errorsOf(parsed.error), stamp };
      return { ...idleForm, status: "done", ...(await run(parsed.data)), stamp };
    } catch (error) {
      return { ...stateOf(error, name), stamp };
    }
  };
}
