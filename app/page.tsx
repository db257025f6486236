import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { findVisitor } from "@/lib/session/require-actor";
import { hasOrganisation } from "@/lib/store/health";

/** The door: set up an empty installation, sign in, or go to one's own organisation. */
export default async function Door() {
  if (!(await hasOrganisation())) redirect(paths.setup);
  const visitor = await findVisitor();
  const [first] = visitor?.actors ?? [];
  if (first) redirect(paths.org(first.organisationSlug));
  redirect(visitor ? paths.waiting : paths.signIn);
}
