import { paperOfPlans } from "@/lib/papers/corrections-paper";
import { answerCorrections } from "../paper-answer";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/** What the client does about the nonconformities as a file, or about the one of `?finding=`: the body reads what was submitted. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { org, project } = await params;
  return await answerCorrections(request, org, project, paperOfPlans);
}
