import { now } from "@/lib/clock";
import { requireActor } from "@/lib/session/require-actor";
import { findFile } from "@/lib/store/files";
import { recordFileRead } from "@/lib/store/reads";
import { answerDownload } from "../../../../../download";

interface Context {
  params: Promise<{ org: string; project: string; file: string }>;
}

/** Hands out a file to a member of a party; see `answerDownload`. A stranger's file does not exist. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return await answerDownload(request, async () => {
    const { org, project, file } = await params;
    const actor = await requireActor(org);
    const found = await findFile(actor, project, file);
    return { actor, found, record: () => recordFileRead(actor, found, now()) };
  });
}
