"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { MAX_LINE, textField } from "@/lib/form-fields";
import { planTreatmentFile } from "@/lib/imports/treatment-file";
import { Rejected } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { SheetRefused } from "@/lib/sheets/sheet";
import { readWholeTreatment } from "@/lib/store/treatment";
import { importTreatment as writeImport } from "@/lib/store/treatment-import";

const File = z.object({ project: z.string(), fileId: textField("Add the file", MAX_LINE) });

/** Goes on to the preview of a file that was added; nothing is written. */
export const previewTreatment = action("treatment.edit", File, async ({ actor, input }) => {
  await planFile(actor, input);
  const { treatmentImport } = paths.project(actor.organisationSlug, input.project);
  return { redirectTo: `${treatmentImport}?file=${input.fileId}` };
});

export const importTreatment = action(
  "treatment.edit",
  File,
  async ({ actor, input, submission, version }) => {
    const { name, plan } = await planFile(actor, input);
    if (plan.problems.length > 0) {
      throw new Rejected({
        fileId: "The file has problems. Nothing was imported. Look at the preview again.",
      });
    }
    const { project: projectId } = input;
    const { count } = await writeImport(
      actor,
      { projectId, file: name, lines: plan.lines, version },
      submission,
    );
    return {
      message:
        count === 0 ? "The file states nothing new." : `${count} ${count === 1 ? "risk" : "risks"} imported.`,
      redirectTo: paths.project(actor.organisationSlug, projectId).treatment,
    };
  },
);

async function planFile(actor: Actor, { project: projectId, fileId }: z.output<typeof File>) {
  const { lines, controls, record } = await readWholeTreatment(actor, projectId);
  const now = { lines, controls: controls.map(({ ref }) => ref), today: currentDay(record.timeZone) };
  try {
    return await planTreatmentFile(actor, { projectId, fileId }, now);
  } catch (error) {
    if (error instanceof SheetRefused) throw new Rejected({ fileId: error.message });
    throw error;
  }
}
