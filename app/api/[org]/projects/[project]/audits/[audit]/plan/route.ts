import { NotThere } from "@/lib/outcome";
import { paperOfPlan } from "@/lib/papers/plan-paper";
import { requireActor } from "@/lib/session/require-actor";
import { readAudit } from "@/lib/store/audit-view";
import { answerPaper } from "../../../paper-answer";

interface Context {
  params: Promise<{ org: string; project: string; audit: string }>;
}

/** The plan of an audit as a file, as it stands today; before it was sent, for the side that makes it alone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return await answerPaper(request, async () => {
    const { org, project, audit } = await params;
    const actor = await requireActor(org);
    const paper = paperOfPlan(await readAudit(actor, project, audit));
    if (!paper) throw new NotThere();
    return { actor, paper, name: paper.title };
  });
}
