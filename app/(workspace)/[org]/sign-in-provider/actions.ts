"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, textField } from "@/lib/form-fields";
import * as providers from "@/lib/store/providers";
import * as domains from "@/lib/store/sign-in-domains";

const Provider = z.object({
  issuer: textField("Enter the address of the provider", MAX_LINE).refine((text) => URL.canParse(text), {
    error: "Enter the whole address, such as https://login.example.com",
  }),
  clientId: textField("Enter the client id that the provider gave you", MAX_LINE),
  clientSecret: z
    .string()
    .trim()
    .max(MAX_LINE, { error: `Use ${MAX_LINE} characters or fewer.` })
    .transform((text) => text || null),
});

export const setProvider = action(
  "provider.manage",
  Provider,
  async ({ actor, input, submission, version }) => {
    await providers.setProvider(actor, input, version, submission);
    return { message: "Provider saved. It answered as it should." };
  },
);

export const removeProvider = action("provider.manage", z.object({}), async ({ actor, submission }) => {
  await providers.removeProvider(actor, submission);
  return { message: "Provider removed. Sign-ins through it have ended." };
});

export const requireProvider = action(
  "provider.manage",
  z.object({ required: z.stringbool() }),
  async ({ actor, input, submission, version }) => {
    await providers.requireProvider(actor, input, version, submission);
    return {
      message: input.required
        ? "The provider is required from now on."
        : "Other ways to sign in are open again.",
    };
  },
);

export const addDomain = action(
  "provider.manage",
  z.object({ domain: textField("Enter a domain, such as example.com", MAX_LINE) }),
  async ({ actor, input, submission }) => {
    await domains.addDomain(actor, input, submission);
    return { message: "Domain added. Set its DNS record, then check it." };
  },
);

const Domain = z.object({ domainId: z.string() });

export const verifyDomain = action("provider.manage", Domain, async ({ actor, input, submission }) => {
  await domains.verifyDomain(actor, input, submission);
  return { message: "Domain verified." };
});

export const removeDomain = action("provider.manage", Domain, async ({ actor, input, submission }) => {
  await domains.removeDomain(actor, input, submission);
  return { message: "Domain removed." };
});
