"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { Rejected } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import type { RegisterPlan } from "@/lib/selection/register-plan";
import { readCsv } from "@/lib/sheets/read-csv";
import { SheetRefused, type SheetRow } from "@/lib/sheets/sheet";
import * as register from "@/lib/store/register-import";

const KILOBYTE = 1024;
/** A register of 500 rows has a fifth of it. */
const MAX_REGISTER_BYTES = 512 * KILOBYTE;
/** A preview longer than this is not read. */
const MAX_SHOWN = 200;

const Import = z.object({
  intent: z.enum(["look", "import"]).optional().default("import"),
  register: z
    .custom<File>((value) => value instanceof File && value.size > 0, { error: "Choose a csv file" })
    .refine(({ size }) => size <= MAX_REGISTER_BYTES, {
      error: "The file is larger than 512 KB. Split it.",
      abort: true,
    }),
});

/** Looks at a file, and with another button imports it: nothing of it is kept between the two. */
export const importRegister = action("register.edit", Import, async ({ actor, input, submission }) => {
  const rows = await readRows(input.register);
  if (input.intent === "look") {
    const report = reportOf(await register.planRegisterImport(actor, rows));
    return { report, keepsPage: true };
  }
  const { count } = await register.importRegister(actor, rows, submission);
  return {
    message: count === 0 ? "The register says all of it already." : `${count} imported.`,
    redirectTo: paths.bodies(actor.organisationSlug),
  };
});

async function readRows(file: File): Promise<SheetRow[]> {
  try {
    return readCsv(file.name, new Uint8Array(await file.arrayBuffer())).rows;
  } catch (error) {
    if (error instanceof SheetRefused) throw new Rejected({ register: error.message });
    throw error;
  }
}

function reportOf({ bodies, errors }: RegisterPlan) {
  if (errors.length > 0) {
    const title = `Nothing can be imported: ${errors.length === 1 ? "1 problem" : `${errors.length} problems`}`;
    return {
      title,
      isProblem: true,
      lines: shorten(errors.map(({ line, text }) => `Line ${line}: ${text}`)),
    };
  }
  const changed = bodies.filter(({ changes }) => changes.length > 0);
  const same = bodies.length - changed.length;
  return {
    title: changed.length === 0 ? "Nothing would change" : "What would change; nothing is changed yet",
    isProblem: false,
    lines: shorten([
      ...changed.map(
        ({ name, country, changes }) => `${country ? `${name}, ${country}` : name}: ${changes.join(", ")}`,
      ),
      ...(same > 0 ? [`${same} stay as they are`] : []),
    ]),
  };
}

function shorten(lines: string[]): string[] {
  const more = lines.length - MAX_SHOWN;
  return more > 0 ? [...lines.slice(0, MAX_SHOWN), `and ${more} more`] : lines;
}
