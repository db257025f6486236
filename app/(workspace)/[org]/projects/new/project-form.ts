import { z } from "zod";
import { isTimeZone } from "@/lib/day";
import { asList } from "@/lib/form-data";
import { MAX_LINE, optionalDayField, textField, wholeNumberField } from "@/lib/form-fields";

const MAX_PERSONS = 10_000_000;

/** The form of a project, for starting and for changing it. */
export const ProjectForm = z.object({
  name: textField("Enter a name for the project", MAX_LINE),
  standardId: textField("Choose the standard", MAX_LINE),
  scope: textField("Write the scope of the certification"),
  siteIds: z.preprocess(asList, z.array(z.uuid())),
  persons: z
    .union([
      z.literal("").transform(() => null),
      wholeNumberField("Enter the persons as a whole number, such as 85", 1, MAX_PERSONS),
    ])
    .nullish()
    .transform((persons) => persons ?? null),
  targetOn: optionalDayField("Enter the target day as a date"),
  timeZone: textField("Enter the time zone", MAX_LINE).refine(isTimeZone, {
    error: "Choose a time zone from the list, such as Europe/Berlin.",
  }),
});
