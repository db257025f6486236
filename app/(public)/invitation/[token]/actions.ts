"use server";

import { z } from "zod";
import { now } from "@/lib/clock";
import { MAX_LINE, newPasswordField, optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { publicAction } from "@/lib/public-action";
import * as invitations from "@/lib/store/invitations";

const Accept = z.object({
  token: z.string(),
  name: optionalTextField(MAX_LINE),
  password: newPasswordField,
});

export const acceptInvitation = publicAction("invitation", Accept, async (input) => {
  await invitations.acceptInvitation(input, now());
  return { message: "You are in. Sign in with your e-mail address.", redirectTo: paths.signIn };
});
