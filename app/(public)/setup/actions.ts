"use server";

import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { now } from "@/lib/clock";
import { isTimeZone } from "@/lib/day";
import { environment } from "@/lib/env";
import { MAX_LINE, newPasswordField, optionalTextField, textField } from "@/lib/form-fields";
import { Rejected } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { publicAction } from "@/lib/public-action";
import { hashToken } from "@/lib/session/token";
import { foundFirstOrganisation } from "@/lib/store/founding";

const SetUp = z.object({
  code: textField("Enter the one-time code from the log", MAX_LINE),
  kind: z.enum(["client", "body"], { error: "Choose what your organisation is" }),
  name: textField("Enter the name of the organisation", MAX_LINE),
  legalName: textField("Enter the legal name", MAX_LINE),
  country: optionalTextField(MAX_LINE),
  timeZone: textField("Enter a time zone, such as Europe/Berlin", MAX_LINE).refine(isTimeZone, {
    error: "Enter a time zone, such as Europe/Berlin",
  }),
  personName: textField("Enter your name", MAX_LINE),
  email: z.email({ error: "Enter your e-mail address, such as name@example.com" }).max(MAX_LINE),
  password: newPasswordField,
});

/** Makes the first organisation and its administrator, for whoever can read the log of the installation. */
export const setUp = publicAction(
  "setup",
  SetUp,
  async ({ code, personName, email, password, ...organisation }) => {
    if (!isSetupCode(code)) {
      throw new Rejected({ code: "This is not the code that the start printed. Copy it from the log." });
    }
    const roles = organisation.kind === "client" ? (["manager"] as const) : (["planner"] as const);
    await foundFirstOrganisation(
      { ...organisation, person: { name: personName, email, password, roles } },
      now(),
    );
    return { message: "CertTrail is set up. Sign in.", redirectTo: paths.signIn };
  },
);

function isSetupCode(code: string): boolean {
  const expected = environment().CERTTRAIL_SETUP_CODE;
  if (!expected) return false;
  // Hashes have one length, so the comparison takes the same time whatever was typed.
  return timingSafeEqual(Buffer.from(hashToken(code.trim().toUpperCase())), Buffer.from(hashToken(expected)));
}
