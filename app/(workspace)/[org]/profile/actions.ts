"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { isTimeZone } from "@/lib/day";
import { MAX_LINE, optionalTextField, textField, wholeNumberField, wordsField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as organisations from "@/lib/store/organisations";
import * as sites from "@/lib/store/sites";

const MAX_LANGUAGES = 12;
const MAX_SECTORS = 30;
const MAX_SITE_PERSONS = 1_000_000;

const Profile = z.object({
  legalName: textField("Enter the legal name", MAX_LINE),
  country: optionalTextField(MAX_LINE),
  timeZone: textField("Enter the time zone", MAX_LINE).refine(isTimeZone, {
    error: "Choose a time zone from the list, such as Europe/Berlin.",
  }),
  languages: wordsField(MAX_LANGUAGES),
  sectors: wordsField(MAX_SECTORS).optional(),
});

export const editProfile = action(
  "organisation.edit",
  Profile,
  async ({ actor, input, submission, version }) => {
    await organisations.editProfile(actor, { ...input, version }, submission);
    return { message: "Profile saved." };
  },
);

const Site = z.object({
  name: textField("Enter a name for the site", MAX_LINE),
  address: textField("Enter the address", MAX_LINE),
  activity: textField("Enter what is done at the site", MAX_LINE),
  persons: wholeNumberField(
    "Enter the persons as a whole number, such as 85. Enter 0 for an empty site.",
    0,
    MAX_SITE_PERSONS,
  ),
});

export const addSite = action("organisation.edit", Site, async ({ actor, input, submission }) => {
  await sites.addSite(actor, input, submission);
  return { message: `${input.name} added.` };
});

export const editSite = action(
  "organisation.edit",
  Site.extend({ site: z.string() }),
  async ({ actor, input: { site, ...values }, submission }) => {
    await sites.editSite(actor, { siteId: site, ...values }, submission);
    return { message: "Site saved.", redirectTo: paths.profile(actor.organisationSlug) };
  },
);

export const retireSite = action(
  "organisation.edit",
  z.object({ site: z.string(), retired: z.stringbool() }),
  async ({ actor, input: { site, retired }, submission }) => {
    await sites.retireSite(actor, { siteId: site, retired }, submission);
    const message = retired ? "Site taken out of use." : "Site back in use.";
    return { message, redirectTo: paths.profile(actor.organisationSlug) };
  },
);
