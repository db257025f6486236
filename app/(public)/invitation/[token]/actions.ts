"use server";

import { z } from "zod";
import { now } from "@/lib/clock";
import { MAX_LINE, optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { publicAction } from "@/lib/public-action";
import { MAX_PASSWORD, MIN_PASSWORD } from "@/lib/session/password";
import * as invitations from "@/lib/store/invitations";

const Accept = z.object({
  token: z.string(),
  name: optionalTextField(MAX_LINE),
  password: z
    .string()
    .min(MIN_PASSWORD, { error: `Use at least ${MIN_PASSWORD} characters` })
    .max(MAX_PASSWORD, { error: `Use at most ${MAX_PASSWORD} characters` }),
});

export const acceptInvitation = publicAction("invitation", Accept, async (input) => {
  await invitations.acceptInvitation(input, now());
  return { message: "You are in. Sign in with your e-mail address.", redirectTo: paths.signIn };
});
