import type { Metadata } from "next";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { isMailSetUp } from "@/lib/store/send-notices";
import { askForReset } from "./actions";

export const metadata: Metadata = { title: "Forgotten password" };

/** Whoever has forgotten the password gets a link by mail; where no mail is set up, an administrator makes one. */
export default function AskForResetPage() {
  const isMailed = isMailSetUp();
  const lead = isMailed
    ? "A link by which you set a new one is sent to your address."
    : "An administrator of your organisation can make a link under People by which you set a new one.";
  return (
    <>
      <PageHeader title="Forgotten password" lead={lead} />
      {isMailed && (
        <ServerForm action={askForReset} submitLabel="Send link">
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        </ServerForm>
      )}
      <p className="mt-6">
        <a href={paths.signIn}>Sign in</a>
      </p>
    </>
  );
}
