import { CopyButton } from "@/components/ui/copy-button";
import { TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import type { Actor } from "@/lib/actor";
import { formatInstant } from "@/lib/day";
import { proofRecord } from "@/lib/oidc/domain-proof";
import { addDomain, removeDomain, verifyDomain } from "./actions";

interface Domain {
  id: string;
  domain: string;
  verifiedAt: Date | null;
}

/** The domains of the organisation's addresses. Each counts once the DNS has shown who holds it. */
export function Domains({ actor, domains }: { actor: Actor; domains: readonly Domain[] }) {
  const org = actor.organisationSlug;
  return (
    <div className="space-y-6">
      <p className="max-w-read">
        Once a domain is verified, its e-mail addresses lead to your provider. At the first sign-in a person
        gets the account with the same address, if the provider says that it is verified.
      </p>
      {domains.map((domain) => (
        <section key={domain.id} className="space-y-3 border-border border-b pb-4">
          <h3 className="flex flex-wrap items-center gap-3 text-ui">
            {domain.domain}
            {domain.verifiedAt ? (
              <Pill kind="success">Verified</Pill>
            ) : (
              <Pill kind="waiting">Not verified</Pill>
            )}
          </h3>
          {domain.verifiedAt ? (
            <p>Verified on {formatInstant(domain.verifiedAt, actor.timeZone)}.</p>
          ) : (
            <Proof organisationId={actor.organisationId} domain={domain.domain} />
          )}
          <div className="flex flex-wrap gap-3">
            {!domain.verifiedAt && (
              <ServerForm
                action={verifyDomain}
                hidden={{ org, domainId: domain.id }}
                submitLabel={`Check ${domain.domain}`}
                pendingLabel="Asking the DNS…"
                keepsFields
              />
            )}
            <ServerForm
              action={removeDomain}
              hidden={{ org, domainId: domain.id }}
              submitLabel={`Remove ${domain.domain}`}
              submitVariant="secondary"
              confirm={{
                title: `Remove ${domain.domain}?`,
                text: "Its addresses no longer lead to the provider, and other ways to sign in are open to them.",
                label: "Remove domain",
              }}
              keepsFields
            />
          </div>
        </section>
      ))}
      <ServerForm action={addDomain} hidden={{ org }} submitLabel="Add domain" submitVariant="secondary">
        <TextField
          name="domain"
          label="Domain"
          hint="What stands after the @ in your addresses, such as example.com."
          width="medium"
        />
      </ServerForm>
    </div>
  );
}

function Proof({ organisationId, domain }: { organisationId: string; domain: string }) {
  const { name, text } = proofRecord(organisationId, domain);
  return (
    <>
      <p className="max-w-read">Set this record at your DNS, so that it shows that the domain is yours:</p>
      <SummaryList
        items={[
          { term: "Type", value: "TXT" },
          { term: "Name", value: <Copied value={name} what="name" /> },
          { term: "Value", value: <Copied value={text} what="value" /> },
        ]}
      />
    </>
  );
}

function Copied({ value, what }: { value: string; what: string }) {
  return (
    <>
      <span className="break-all font-mono">{value}</span> <CopyButton value={value} what={what} />
    </>
  );
}
