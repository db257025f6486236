import type { Metadata } from "next";
import { nameRoles } from "@/components/frame/role-names";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { now } from "@/lib/clock";
import { MIN_PASSWORD } from "@/lib/form-fields";
import { orNotFound } from "@/lib/session/page";
import { findInvitation } from "@/lib/store/invitations";
import { acceptInvitation } from "./actions";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** Opening the link changes nothing: a mail scanner may open it too. Accepting is an act of its own. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const { organisationName, email, roles, hasAccount } = await orNotFound(findInvitation(token, now()));
  return (
    <>
      <PageHeader
        title={`Join ${organisationName}`}
        lead={`You are invited as ${nameRoles(roles)}, with the address ${email}.`}
      />
      <ServerForm action={acceptInvitation} hidden={{ token }} submitLabel="Accept invitation" keepsFields>
        {!hasAccount && <TextField name="name" label="Your name" autoComplete="name" />}
        <TextField
          name="password"
          label={hasAccount ? "Password of your account" : "Choose a password"}
          type="password"
          hint={
            hasAccount
              ? undefined
              : `At least ${MIN_PASSWORD} characters. A sentence is easy to keep in mind.`
          }
          autoComplete={hasAccount ? "current-password" : "new-password"}
        />
      </ServerForm>
    </>
  );
}
