import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RadioCards } from "@/components/ui/choice-fields";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { MIN_PASSWORD } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { hasOrganisation } from "@/lib/store/health";
import { setUp } from "./actions";

export const metadata: Metadata = { title: "Set up" };

/** The first visit of an empty installation; afterwards the page leads to the sign-in. */
export default async function SetUpPage() {
  if (await hasOrganisation()) redirect(paths.signIn);
  return (
    <>
      <PageHeader
        title="Set up CertTrail"
        lead="Make the first organisation and its administrator. Further people come by invitation."
      />
      <ServerForm action={setUp} submitLabel="Set up CertTrail" pendingLabel="Setting up…" keepsFields>
        <TextField
          name="code"
          label="One-time code"
          hint="The start printed it in the log."
          autoComplete="off"
        />
        <RadioCards
          name="kind"
          label="What is your organisation?"
          options={[
            { value: "client", label: "It wants to be certified" },
            { value: "body", label: "It certifies others" },
          ]}
        />
        <TextField name="name" label="Name of the organisation" autoComplete="organization" />
        <TextField name="legalName" label="Legal name" hint="As it stands on a contract." />
        <TextField name="country" label="Country" optional autoComplete="country-name" />
        <TextField
          name="timeZone"
          label="Time zone"
          hint="Days follow it. Such as Europe/Berlin."
          defaultValue="Europe/Berlin"
        />
        <TextField name="personName" label="Your name" autoComplete="name" />
        <TextField name="email" label="Your e-mail address" type="email" autoComplete="email" />
        <TextField
          name="password"
          label="Password"
          type="password"
          hint={`At least ${MIN_PASSWORD} characters. A sentence is easy to keep in mind.`}
          autoComplete="new-password"
        />
      </ServerForm>
    </>
  );
}
