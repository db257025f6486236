import type { Metadata } from "next";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { safeNext } from "@/lib/safe-next";
import { signInByProvider } from "./actions";
import { sentenceOfProblem } from "./problems";

export const metadata: Metadata = { title: "Sign in with your organisation" };

interface Props {
  searchParams: Promise<{ next?: string; problem?: string; reference?: string }>;
}

/** The way in through an organisation's own provider; a way that led nowhere ends here too. */
export default async function ProviderSignInPage({ searchParams }: Props) {
  const { next, ...told } = await searchParams;
  const problem = sentenceOfProblem(told);
  return (
    <>
      <PageHeader
        title="Sign in with your organisation"
        lead="For organisations that sign their people in through a provider of their own."
      />
      <div className="space-y-6">
        {problem && <Callout tone="warning">{problem}</Callout>}
        <ServerForm
          action={signInByProvider}
          hidden={{ next: safeNext(next, paths.home) }}
          submitLabel="Go on"
          pendingLabel="Asking the provider…"
          keepsFields
          secondary={<a href={paths.signIn}>Sign in another way</a>}
        >
          <TextField
            name="email"
            label="E-mail address"
            hint="The one your organisation gave you. It leads to the provider; you enter the password there."
            type="email"
            autoComplete="username"
          />
        </ServerForm>
      </div>
    </>
  );
}
