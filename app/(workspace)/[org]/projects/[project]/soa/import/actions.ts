"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, textField } from "@/lib/form-fields";
import { planSoaFile } from "@/lib/imports/soa-file";
import { NotThere, Rejected } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { SheetRefused } from "@/lib/sheets/sheet";
import { canImport } from "@/lib/soa/statement";
import { readSoa } from "@/lib/store/soa";
import { importSoa as writeImport } from "@/lib/store/soa-import";
import { Choices, toChoices } from "./choices";

const File = z.object({ project: z.string(), fileId: textField("Add the file", MAX_LINE) });

/** Goes on to the preview of a file that was added; nothing is written. */
export const previewSoa = action("soa.edit", File, async ({ actor, input }) => {
  await planFile(actor, input, {});
  const { soaImport } = paths.project(actor.organisationSlug, input.project);
  return { redirectTo: `${soaImport}?file=${input.fileId}` };
});

export const importSoa = action(
  "soa.edit",
  File.extend(Choices.shape),
  async ({ actor, input, submission, version }) => {
    const { project: projectId, fileId: _file, ...choices } = input;
    const { name, plan } = await planFile(actor, input, choices);
    const isUnclear = [...plan.unknown.applicable, ...plan.unknown.implementation].length > 0;
    if (plan.problems.length > 0 || isUnclear) {
      throw new Rejected({
        fileId: "The file has problems. Nothing was imported. Look at the preview again.",
      });
    }
    const { count } = await writeImport(
      actor,
      { projectId, file: name, lines: plan.lines, version },
      submission,
    );
    return {
      message:
        count === 0
          ? "The file states nothing new."
          : `${count} ${count === 1 ? "control" : "controls"} imported.`,
      redirectTo: paths.project(actor.organisationSlug, projectId).soa,
    };
  },
);

async function planFile(
  actor: Parameters<typeof readSoa>[0],
  { project: projectId, fileId }: z.output<typeof File>,
  choices: z.output<typeof Choices>,
) {
  const { lines, record } = await readSoa(actor, projectId);
  if (!canImport(record.standardId)) throw new NotThere();
  try {
    return await planSoaFile(actor, { projectId, fileId }, lines, toChoices(choices));
  } catch (error) {
    if (error instanceof SheetRefused) throw new Rejected({ fileId: error.message });
    throw error;
  }
}
