import { paperOfNonconformities } from "@/lib/papers/corrections-paper";
import { answerCorrections } from "../paper-answer";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/** The nonconformities of a project with their answers and verification as a file, or the one of `?finding=`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { org, project } = await params;
  return await answerCorrections(request, org, project, paperOfNonconformities);
}
