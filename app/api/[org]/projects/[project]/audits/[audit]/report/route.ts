import { now } from "@/lib/clock";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { NotThere } from "@/lib/outcome";
import { paperOfView } from "@/lib/papers/report-paper";
import { requireActor } from "@/lib/session/require-actor";
import { recordReportRead } from "@/lib/store/reads";
import { readReport } from "@/lib/store/reports";
import { answerPaper, askedVersion } from "../../../paper-answer";

interface Context {
  params: Promise<{ org: string; project: string; audit: string }>;
}

/**
 * The report of an audit as a file: a version with `?version=`, else what its page shows, which is the newest version or, for
 * the side that writes it, the draft. Who opened an issued report is kept, as it is for its page.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return await answerPaper(request, async () => {
    const { org, project, audit } = await params;
    const actor = await requireActor(org);
    const report = await readReport(actor, project, audit, askedVersion(request));
    const paper = paperOfView(report);
    if (!paper) throw new NotThere();
    const { view, issued } = report;
    const title = titleOfAudit(view.audit.kind, view.details.no);
    if (!issued) return { actor, paper, name: `Report of ${title}, draft` };
    if (!issued.isIntact) throw new Error(`The content of report ${view.audit.id} does not match its hash.`);
    const read = { auditId: view.audit.id, name: `the report of ${title}, version ${issued.version}` };
    return {
      actor,
      paper,
      name: `Report of ${title}, version ${issued.version}`,
      record: () => recordReportRead(actor, view.record, read, now()),
    };
  });
}
