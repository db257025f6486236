import { requireActor } from "@/lib/session/require-actor";
import { readWholeTreatment } from "@/lib/store/treatment";
import { treatmentColumns, treatmentRows } from "@/lib/treatment/treatment-file";
import { answerSheet } from "../sheet-answer";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/** The risk treatment as csv, or as xlsx with `?format=xlsx`; an import knows its columns again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return await answerSheet(request, "risk treatment", async () => {
    const { org, project } = await params;
    const { lines } = await readWholeTreatment(await requireActor(org), project);
    return { name: "Risk treatment", columns: treatmentColumns, rows: treatmentRows(lines) };
  });
}
