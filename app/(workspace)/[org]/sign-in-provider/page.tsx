import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { environment } from "@/lib/env";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readProvider } from "@/lib/store/providers";
import { removeProvider, requireProvider, setProvider } from "./actions";
import { Domains } from "./domains";

export const metadata: Metadata = { title: "Sign-in provider" };

interface Props {
  params: Promise<{ org: string }>;
}

/** The OpenID Connect provider of the organisation: set it, verify the domains it speaks for, then require it. */
export default async function SignInProviderPage({ params }: Props) {
  const actor = await pageActor((await params).org);
  const { provider, domains, people } = await orNotFound(readProvider(actor));
  const org = actor.organisationSlug;
  const callback = `${environment().CERTTRAIL_ORIGIN}${paths.providerCallback(org)}`;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.people(org), label: "People" }]} />}
        title="Sign-in provider"
        pills={<State provider={provider} />}
        lead={`People of ${actor.organisationName} can sign in through your own OpenID Connect provider, such as Keycloak or Okta.`}
      />
      <div className="space-y-6">
        <Card title="1. The provider">
          <div className="space-y-4">
            <p className="max-w-read">
              Register CertTrail at your provider as a web application with this redirect address:
            </p>
            <p>
              <span className="break-all font-mono">{callback}</span>{" "}
              <CopyButton value={callback} what="address" />
            </p>
            <ServerForm
              action={setProvider}
              hidden={{ org }}
              version={provider?.version}
              submitLabel={provider ? "Save provider" : "Set up provider"}
              pendingLabel="Asking the provider…"
              keepsFields
            >
              <TextField
                name="issuer"
                label="Address of the provider"
                hint="Its issuer, such as https://login.example.com/realms/staff. CertTrail asks it for the rest."
                type="url"
                defaultValue={provider?.issuer}
              />
              <TextField name="clientId" label="Client id" defaultValue={provider?.clientId} />
              <TextField
                name="clientSecret"
                label="Client secret"
                type="password"
                hint={
                  provider
                    ? "It is kept encrypted and never shown. Leave this empty to keep it."
                    : "It is kept encrypted and never shown again."
                }
                autoComplete="new-password"
                optional={provider !== null}
              />
            </ServerForm>
          </div>
        </Card>
        <Card title="2. Your domains">
          <Domains actor={actor} domains={domains} />
        </Card>
        {provider && (
          <Card title="3. Who signs in through it">
            <div className="space-y-4">
              <p className="max-w-read">
                {people === 1 ? "One person has" : `${people === 0 ? "Nobody has" : `${people} people have`}`}{" "}
                signed in through it so far.{" "}
                {provider.forced
                  ? "Everybody with an address in a verified domain has to. Administrators with a second factor can use their password, for the day the provider is down."
                  : "Everybody with an address in a verified domain may, and may use other ways too."}
              </p>
              <RequireForm org={org} provider={provider} />
            </div>
          </Card>
        )}
        {provider && (
          <Card title="Remove it">
            <ServerForm
              action={removeProvider}
              hidden={{ org }}
              submitLabel="Remove provider"
              submitVariant="danger"
              confirm={{
                title: "Remove the provider?",
                text: "Everybody who came through it is signed out. Who has no password needs a reset link from People.",
                label: "Remove provider",
              }}
            />
          </Card>
        )}
      </div>
    </>
  );
}

type Provider = NonNullable<Awaited<ReturnType<typeof readProvider>>["provider"]>;

function State({ provider }: { provider: Provider | null }) {
  if (!provider) return <Pill kind="neutral">Not set up</Pill>;
  return provider.forced ? <Pill kind="success">Required</Pill> : <Pill kind="info">Set up</Pill>;
}

function RequireForm({ org, provider }: { org: string; provider: Provider }) {
  if (provider.forced) {
    return (
      <ServerForm
        action={requireProvider}
        hidden={{ org, required: "false" }}
        version={provider.version}
        submitLabel="Allow other ways again"
        submitVariant="secondary"
        keepsFields
      />
    );
  }
  return (
    <ServerForm
      action={requireProvider}
      hidden={{ org, required: "true" }}
      version={provider.version}
      submitLabel="Require the provider"
      confirm={{
        title: "Require the provider?",
        text: "From now on passwords and passkeys no longer open this organisation for addresses in its verified domains. Who is signed in that way now is out at the next click.",
        label: "Require the provider",
      }}
      keepsFields
    />
  );
}
