import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { safeNext } from "@/lib/safe-next";
import { findVisitor } from "@/lib/session/require-actor";
import { PasskeySignIn } from "./passkey-sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const visitor = await findVisitor();
  if (visitor && visitor.actors.length > 0) redirect(paths.home);
  const next = safeNext((await searchParams).next, paths.home);
  return (
    <>
      <PageHeader title="Sign in" />
      <SignInForm next={next} />
      <PasskeySignIn next={next} />
      <p className="mt-6 border-border border-t pt-6">
        <a href={`${paths.signInByProvider}?${new URLSearchParams({ next })}`}>
          Sign in with your organisation
        </a>
      </p>
      <p className="mt-3">
        <a href={paths.askForReset}>Forgotten your password?</a>
      </p>
    </>
  );
}
