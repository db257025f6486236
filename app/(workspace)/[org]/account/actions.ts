"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, MAX_PASSWORD, MAX_TEXT, newPasswordField, textField } from "@/lib/form-fields";
import { ProofAsked } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import * as account from "@/lib/store/account";
import * as passkeys from "@/lib/store/passkeys";
import * as factors from "@/lib/store/second-factors";

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

const keepThem =
  "Your recovery codes, shown this once. Keep them where you find them without your phone: each opens your account once.";

const App = z.object({
  sealed: z.string(),
  code: textField("Enter the six digits the app shows", MAX_LINE).transform((code) =>
    code.replaceAll(" ", ""),
  ),
});

export const setUpApp = action("account.addFactor", App, async ({ actor, session, input, submission }) => {
  const codes = await factors.setUpApp(actor, session, input, submission);
  const shownOnce = { label: keepThem, text: codes.join("\n") };
  return { message: "Authenticator app set up.", shownOnce, keepsPage: true };
});

export const makeRecoveryCodes = action("account.addFactor", z.object({}), async ({ actor, submission }) => {
  const codes = await factors.makeRecoveryCodes(actor, submission);
  const shownOnce = { label: keepThem, text: codes.join("\n") };
  return { message: "The earlier recovery codes have ended.", shownOnce };
});

export const removeApp = action("account.removeFactor", z.object({}), async ({ actor, submission }) => {
  await factors.removeApp(actor, submission);
  return { message: "Authenticator app removed." };
});

const NewPasskey = z.object({
  name: textField("Enter a name, such as the device it is on", MAX_LINE),
  /** What the browser made; left out until it is asked. */
  madeKey: z.string().max(MAX_TEXT).optional(),
});

export const addPasskey = action(
  "account.addFactor",
  NewPasskey,
  async ({ actor, session, input, submission }) => {
    if (!input.madeKey) {
      throw new ProofAsked({ makeKey: await passkeys.beginNewPasskey(session, submission.now) });
    }
    await passkeys.addPasskey(actor, session, { name: input.name, answer: input.madeKey }, submission);
    return { message: "Passkey added. You can sign in with it." };
  },
);

export const removePasskey = action(
  "account.removeFactor",
  z.object({ passkey: z.string() }),
  async ({ actor, input, submission }) => {
    await passkeys.removePasskey(actor, input.passkey, submission);
    return { message: "Passkey removed." };
  },
);

/** Asks for nothing but the fresh proof that the act before it needs. */
export const proveNow = action("account.prove", z.object({}), async ({ actor }) => ({
  redirectTo: paths.org(actor.organisationSlug),
}));

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
