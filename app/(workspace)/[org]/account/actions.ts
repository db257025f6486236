"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_PASSWORD, newPasswordField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as account from "@/lib/store/account";

const NewPassword = z.object({
  current: z.string().min(1, { error: "Enter your present password" }).max(MAX_PASSWORD, {
    error: "This is not your present password. Try again.",
  }),
  password: newPasswordField,
});

export const changePassword = action(
  "account.edit",
  NewPassword,
  async ({ actor, session, input, submission }) => {
    await account.changePassword(actor, session, input, submission);
    return { message: "Password changed. All your other sign-ins have ended." };
  },
);

export const endSignIn = action(
  "account.edit",
  z.object({ session: z.string() }),
  async ({ actor, input, submission }) => {
    await account.endSignIn(actor, input.session, submission);
    return { message: "Sign-in ended." };
  },
);

export const endAllSignIns = action("account.edit", z.object({}), async ({ actor, submission }) => {
  await account.endAllSignIns(actor, submission);
  return { redirectTo: paths.signIn };
});
