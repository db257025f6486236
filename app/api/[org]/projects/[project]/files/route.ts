import { requireActor } from "@/lib/session/require-actor";
import { answerUpload } from "../../../../upload";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/** Takes one file of a member for a project in reach; see `answerUpload`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return await answerUpload(request, async () => {
    const { org, project } = await params;
    return { actor: await requireActor(org), project };
  });
}
