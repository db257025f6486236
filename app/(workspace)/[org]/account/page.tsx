import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { now } from "@/lib/clock";
import { formatInstant } from "@/lib/day";
import { MIN_PASSWORD } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { pageAsker } from "@/lib/session/page";
import { listSignIns } from "@/lib/store/account";
import { listPasskeys } from "@/lib/store/passkeys";
import { readFactors } from "@/lib/store/second-factors";
import { changePassword, endAllSignIns, endSignIn } from "./actions";
import { Passkeys } from "./passkeys";

export const metadata: Metadata = { title: "Your account" };

interface Props {
  params: Promise<{ org: string }>;
}

/** The person's own account: the password, and where it is signed in. */
export default async function AccountPage({ params }: Props) {
  const { actor, session } = await pageAsker((await params).org);
  const signIns = await listSignIns(session, now());
  const passkeys = await listPasskeys(session.personId);
  const { appSince } = await readFactors(session.personId);
  const org = actor.organisationSlug;
  return (
    <>
      <PageHeader title="Your account" lead={`${actor.personName}, ${session.email}`} />
      <div className="space-y-6">
        <Card title="Password">
          <ServerForm action={changePassword} hidden={{ org }} submitLabel="Change password">
            <TextField
              name="current"
              label="Present password"
              type="password"
              autoComplete="current-password"
            />
            <TextField
              name="password"
              label="New password"
              type="password"
              hint={`At least ${MIN_PASSWORD} characters. A sentence is easy to keep in mind.`}
              autoComplete="new-password"
            />
          </ServerForm>
        </Card>
        <Card title="Authenticator app">
          <p>
            {appSince
              ? `Your authenticator app is asked for since ${formatInstant(appSince, actor.timeZone)}. `
              : "No code is asked for after your password. "}
            <a href={paths.secondFactor(org)}>
              {appSince ? "Authenticator app and recovery codes" : "Set up an authenticator app"}
            </a>
          </p>
        </Card>
        <Passkeys org={org} timeZone={actor.timeZone} passkeys={passkeys} />
        <Card title="Where you are signed in">
          <div className="space-y-4">
            <Table
              caption="Your sign-ins"
              rows={signIns}
              rowKey={({ id }) => id}
              columns={[
                { key: "browser", label: "Browser", isRowHeader: true, cell: ({ browser }) => browser },
                {
                  key: "since",
                  label: "Since",
                  cell: ({ createdAt }) => formatInstant(createdAt, actor.timeZone),
                },
                {
                  key: "seen",
                  label: "Last request",
                  cell: ({ seenAt }) => formatInstant(seenAt, actor.timeZone),
                },
                {
                  key: "end",
                  label: "End",
                  isLabelHidden: true,
                  cell: ({ id, isThis }) =>
                    isThis ? (
                      <Pill kind="info">This sign-in</Pill>
                    ) : (
                      <ServerForm
                        action={endSignIn}
                        hidden={{ org, session: id }}
                        submitLabel="End sign-in"
                        submitVariant="secondary"
                        keepsFields
                      />
                    ),
                },
              ]}
            />
            <ServerForm
              action={endAllSignIns}
              hidden={{ org }}
              submitLabel="Sign out everywhere"
              submitVariant="danger"
            />
          </div>
        </Card>
      </div>
    </>
  );
}
