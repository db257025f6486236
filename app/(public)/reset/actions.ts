"use server";

import { after } from "next/server";
import { z } from "zod";
import { now } from "@/lib/clock";
import { MAX_LINE } from "@/lib/form-fields";
import { logFailure } from "@/lib/log";
import { publicAction } from "@/lib/public-action";
import * as resets from "@/lib/store/password-resets";

const Ask = z.object({
  email: z.email({ error: "Enter an e-mail address, such as name@example.com" }).max(MAX_LINE),
});

export const askForReset = publicAction("askReset", Ask, async ({ email }) => {
  // After the answer, so that it takes as long for an address nobody has.
  after(() => resets.mailResetLink(email, now()).catch((error: unknown) => logFailure(error, "askReset")));
  return {
    message: `If this address has an account, a link is on its way to it. It works once, for ${resets.RESET_MINUTES} minutes.`,
  };
});
