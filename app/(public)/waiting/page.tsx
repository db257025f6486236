import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signOut } from "@/app/(workspace)/[org]/frame-actions";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { findVisitor } from "@/lib/session/require-actor";
import { mustUseProvider } from "@/lib/store/sign-in";

export const metadata: Metadata = { title: "No role yet" };

/** For who is signed in and reaches nothing: a role has to be given first, or the provider is the way in. */
export default async function WaitingPage() {
  const visitor = await findVisitor();
  if (!visitor) redirect(paths.signIn);
  if (visitor.actors.length > 0) redirect(paths.home);
  const { personId, personName, level, providerOf } = visitor;
  const mustMove = providerOf === null && (await mustUseProvider(personId, level));
  return (
    <>
      <PageHeader
        title={mustMove ? "Sign in with your organisation" : "You have no role yet"}
        lead={`You are signed in as ${personName}, and nothing is open to you.`}
      />
      <div className="max-w-read space-y-6">
        {mustMove ? (
          <p>
            Your organisation has its people sign in through its own provider.{" "}
            <a href={paths.signInByProvider}>Sign in there</a>
          </p>
        ) : (
          <p>
            Ask an administrator of your organisation to give you a role under People. Then sign in again.
          </p>
        )}
        <form action={signOut}>
          <Button type="submit">Sign out</Button>
        </form>
      </div>
    </>
  );
}
