"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { now } from "@/lib/clock";
import { MAX_LINE } from "@/lib/form-fields";
import { Rejected } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { publicAction } from "@/lib/public-action";
import { safeNext } from "@/lib/safe-next";
import { problemOf, providerCookie, wayOptions } from "@/lib/session/provider-answer";
import { beginSignIn } from "@/lib/session/provider-sign-in";
import { sentenceOfProblem } from "./problems";

const Way = z.object({
  email: z.email({ error: "Enter your e-mail address, such as name@example.com" }).max(MAX_LINE),
  next: z.string().optional(),
});

const noProvider =
  "No organisation here signs in through a provider with this domain. Check the address, or sign in with your password.";

/** Sends the browser to the provider of the address's domain. Says nothing of whether there is such an account. */
export const signInByProvider = publicAction("provider", Way, async ({ email, next }) => {
  const begun = await beginSignIn(email, safeNext(next, paths.home), now()).catch((error: unknown) => {
    throw new Rejected({ email: sentenceOfProblem(problemOf(error)) });
  });
  if (!begun) throw new Rejected({ email: noProvider });
  (await cookies()).set(providerCookie().name, begun.token, wayOptions());
  return { redirectTo: begun.address };
});
