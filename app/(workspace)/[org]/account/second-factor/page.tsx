import type { Metadata } from "next";
import { QrCode } from "@/components/certificate/qr-code";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { pageMember } from "@/lib/session/page";
import { listPasskeys } from "@/lib/store/passkeys";
import { proposeAppSecret, readFactors } from "@/lib/store/second-factors";
import { makeRecoveryCodes, proveNow, removeApp, setUpApp } from "../actions";
import { Passkeys } from "../passkeys";

export const metadata: Metadata = { title: "Authenticator app" };

interface Props {
  params: Promise<{ org: string }>;
}

/** Sets up an authenticator app. Who must have a second factor is led here before any other page opens. */
export default async function SecondFactorPage({ params }: Props) {
  const { actor, session } = await pageMember((await params).org);
  const org = actor.organisationSlug;
  const { appSince, codesLeft } = await readFactors(session.personId);
  if (appSince && session.level === "password") {
    return (
      <>
        <PageHeader
          title="Show your second factor"
          lead="Your organisation's provider asked you for one factor. Your authenticator app is the other."
        />
        <ServerForm action={proveNow} hidden={{ org }} submitLabel="Enter the code" keepsFields />
      </>
    );
  }
  if (appSince) {
    return (
      <>
        <PageHeader
          title="Authenticator app"
          lead={`It is set up. ${codesLeft} of your recovery codes are not used yet.`}
        />
        <div className="space-y-6">
          <p>
            <a href={paths.org(org)}>Go to {actor.organisationName}</a>
          </p>
          <Card title="Recovery codes">
            <ServerForm
              action={makeRecoveryCodes}
              hidden={{ org }}
              submitLabel="Make new recovery codes"
              submitVariant="secondary"
              keepsFields
            />
          </Card>
          <Card title="Another phone">
            <ServerForm
              action={removeApp}
              hidden={{ org }}
              submitLabel="Remove authenticator app"
              submitVariant="danger"
              confirm={{
                title: "Remove the authenticator app?",
                text: "Its codes and your recovery codes stop working. Afterwards you can set up another one.",
                label: "Remove authenticator app",
              }}
            />
          </Card>
        </div>
      </>
    );
  }
  const { secret, sealed, address } = proposeAppSecret(session);
  const passkeys = await listPasskeys(session.personId);
  return (
    <>
      <PageHeader
        title="Set up an authenticator app"
        lead="Scan the code with an authenticator app on your phone. From then on signing in asks for the six digits it shows."
      />
      {session.level === "password" && passkeys.length > 0 && (
        <div className="mb-6">
          <Card title="Or use the passkey you have">
            <ServerForm
              action={proveNow}
              hidden={{ org }}
              submitLabel="Go on with a passkey"
              submitVariant="secondary"
              keepsFields
            />
          </Card>
        </div>
      )}
      <Card>
        <ServerForm
          action={setUpApp}
          hidden={{ org, sealed }}
          submitLabel="Set up authenticator app"
          secondary={<a href={paths.org(org)}>Go to {actor.organisationName}</a>}
          keepsFields
        >
          <QrCode text={address} label="The code for your authenticator app" className="w-52" />
          <p className="max-w-read">
            Without a camera, type this into the app:{" "}
            {/* In fours, as it is read; apps pass over the spaces. */}
            <span className="font-mono">{secret.replace(/.{4}(?=.)/g, "$& ")}</span>
          </p>
          <TextField
            name="code"
            label="Code"
            hint="The six digits the app shows now."
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
          />
        </ServerForm>
      </Card>
      <div className="mt-6">
        <Passkeys org={org} timeZone={actor.timeZone} passkeys={passkeys} />
      </div>
    </>
  );
}
