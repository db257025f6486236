"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { PROOF_MINUTES } from "@/lib/step-up";
import { readProjectHead } from "@/lib/store/project-head";

/** Asks for the fresh proof that the download needs; the download itself is a form of its own, because it streams. */
export const proveForExport = action(
  "project.export",
  z.object({ project: z.string() }),
  async ({ actor, input }) => {
    await readProjectHead(actor, input.project);
    return { message: `It is proven. You can download for ${PROOF_MINUTES} minutes.` };
  },
);
