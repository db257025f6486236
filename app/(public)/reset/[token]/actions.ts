"use server";

import { z } from "zod";
import { now } from "@/lib/clock";
import { newPasswordField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { publicAction } from "@/lib/public-action";
import * as resets from "@/lib/store/password-resets";

const Reset = z.object({ token: z.string(), password: newPasswordField });

export const resetPassword = publicAction("reset", Reset, async ({ token, password }) => {
  await resets.resetPassword(token, password, now());
  return { message: "Password set. Sign in with it.", redirectTo: paths.signIn };
});
