import type { Metadata } from "next";
import { PolicyFields } from "@/components/organisation/policy-fields";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import { TabsNav } from "@/components/ui/tabs-nav";
import { may } from "@/lib/access";
import { formatInstant } from "@/lib/day";
import { type Policy, policyNames, sayPolicyValue } from "@/lib/lifecycle/policy";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listPolicyChanges, listSchemes, readPolicy } from "@/lib/store/body-policy";
import { editPolicy } from "./actions";

export const metadata: Metadata = { title: "Policy" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ scheme?: string | string[] }>;
}

/** What a body sets for itself, for all schemes or one, within the limits of the standards (domain.md 5.4). */
export default async function PolicyPage({ params, searchParams }: Props) {
  const { org } = await params;
  const asked = await searchParams;
  const actor = await pageActor(org);
  const scheme = listSchemes().find((one) => one === asked.scheme) ?? null;
  const { policy, version, own } = await orNotFound(readPolicy(actor, scheme));
  const changes = await orNotFound(listPolicyChanges(actor));
  const mayEdit = may(actor, "policy.edit");
  return (
    <>
      <PageHeader
        title="Policy"
        lead="Deadlines, notice and validity. A change counts from now on: an issued nonconformity keeps its limits."
      />
      <div className="mt-6 space-y-6">
        <TabsNav
          label="Schemes"
          tabs={[
            { href: paths.policy(org), label: "All schemes", current: scheme === null },
            ...listSchemes().map((one) => ({
              href: paths.policy(org, { scheme: one }),
              label: own.includes(one) ? `${one} (own)` : one,
              current: scheme === one,
            })),
          ]}
        />
        <Card title={scheme ? `Policy for ${scheme}` : "Policy for all schemes"}>
          {scheme && !own.includes(scheme) && (
            <p className="mb-4 max-w-read text-muted">
              {scheme} follows the policy for all schemes. Saving here gives it one of its own.
            </p>
          )}
          {mayEdit ? (
            <ServerForm
              key={scheme ?? "all"}
              action={editPolicy}
              hidden={{ org, scheme: scheme ?? "" }}
              version={version}
              submitLabel="Save policy"
              keepsFields
            >
              <PolicyFields policy={policy} />
            </ServerForm>
          ) : (
            <SummaryList
              items={(Object.keys(policyNames) as (keyof Policy)[]).map((key) => ({
                term: policyNames[key],
                value: sayPolicyValue(policy[key]),
              }))}
            />
          )}
        </Card>
        <Card title="Changes" id="changes">
          {changes.length === 0 ? (
            <EmptyState title="No change yet">Your body works with the usual values.</EmptyState>
          ) : (
            <ul className="divide-y divide-border">
              {changes.map(({ id, at, by, fields }) => (
                <li key={id} className="py-2">
                  <span className="text-muted">
                    {formatInstant(at, actor.timeZone)}, {by}:
                  </span>{" "}
                  {fields}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
