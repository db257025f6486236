import type { Metadata } from "next";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { now } from "@/lib/clock";
import { MIN_PASSWORD } from "@/lib/form-fields";
import { orNotFound } from "@/lib/session/page";
import { findReset } from "@/lib/store/password-resets";
import { resetPassword } from "./actions";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** Opening the link changes nothing: a mail scanner may open it too. Setting the password is an act of its own. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const { personName, email } = await orNotFound(findReset(token, now()));
  return (
    <>
      <PageHeader
        title="Set a new password"
        lead={`For ${personName}, ${email}. It ends every sign-in of this account.`}
      />
      <ServerForm action={resetPassword} hidden={{ token }} submitLabel="Set password" keepsFields>
        <TextField
          name="password"
          label="New password"
          type="password"
          hint={`At least ${MIN_PASSWORD} characters. A sentence is easy to keep in mind.`}
          autoComplete="new-password"
        />
      </ServerForm>
    </>
  );
}
