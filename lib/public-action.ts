import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Done } from "./action";
import { now } from "./clock";
import { errorsOf, stateOf } from "./form-answer";
import { formToObject } from "./form-data";
import { type FormState, idleForm } from "./form-state";
import { ours } from "./http/request-marks";
import { countTry, forgetTry } from "./store/throttles";

/**
 * A server action for somebody who is not signed in: setting up, accepting an invitation. The run
 * checks the code or token; tries that fail are counted by where they come from.
 */
export function publicAction<S extends z.ZodType>(
  name: "setup" | "invitation" | "reset" | "signIn" | "provider" | "askReset",
  schema: S,
  run: (input: z.output<S>) => Promise<Done | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_previous, form) => {
    const stamp = now().getTime() + Math.random();
    try {
      const parsed = schema.safeParse(formToObject(form));
      if (!parsed.success) return { ...idleForm, status: "error", errors: errorsOf(parsed.error), stamp };
      const from = { address: (await headers()).get(ours.address) ?? "" };
      await countTry(name, from, now());
      const done = await run(parsed.data);
      // A way through a provider costs it an answer, and a link a mail: those that succeed count too.
      if (name !== "provider" && name !== "askReset") await forgetTry(name, from);
      return { ...idleForm, status: "done", ...done, stamp };
    } catch (error) {
      return { ...stateOf(error, name), stamp };
    }
  };
}
