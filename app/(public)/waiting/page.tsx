import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signOut } from "@/app/(workspace)/[org]/frame-actions";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { findVisitor } from "@/lib/session/require-actor";

export const metadata: Metadata = { title: "No role yet" };

/** For who is signed in and reaches nothing: an administrator has to give a role first. */
export default async function WaitingPage() {
  const visitor = await findVisitor();
  if (!visitor) redirect(paths.signIn);
  if (visitor.actors.length > 0) redirect(paths.home);
  return (
    <>
      <PageHeader
        title="You have no role yet"
        lead={`You are signed in as ${visitor.personName}, and nothing is open to you.`}
      />
      <p className="max-w-read">
        Ask an administrator of your organisation to give you a role under People. Then sign in again.
      </p>
      <form action={signOut} className="mt-6">
        <Button type="submit">Sign out</Button>
      </form>
    </>
  );
}
