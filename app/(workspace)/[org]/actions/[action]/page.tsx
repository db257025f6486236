import type { Metadata } from "next";
import { GradePill } from "@/components/finding/finding-pills";
import { EvidenceFiles } from "@/components/plan/evidence-files";
import { ProofPill } from "@/components/plan/proof-pill";
import { ProveForm } from "@/components/plan/prove-form";
import { StackedFacts } from "@/components/plan/stacked-facts";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { standingOfProof } from "@/lib/lifecycle/proof-standing";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAction } from "@/lib/store/my-actions";
import { proveAction } from "../../projects/[project]/findings/[finding]/plan/actions";

export const metadata: Metadata = { title: "Action" };

interface Props {
  params: Promise<{ org: string; action: string }>;
}

/** States of the finding in which proof can still be added. */
const takesProof = ["open", "response_submitted", "plan_accepted"];

/** One corrective action for its owner: what counts as proof, what was added, and the form that adds more. */
export default async function ActionPage({ params }: Props) {
  const { org, action: actionId } = await params;
  const actor = await pageActor(org);
  const action = await orNotFound(readAction(actor, actionId));
  const today = currentDay(action.timeZone);
  const standing = standingOfProof(action);
  return (
    <>
      <PageHeader
        title={action.what}
        breadcrumbs={<Breadcrumbs items={[{ href: paths.actions(org), label: "My actions" }]} />}
        pills={<ProofPill standing={standing} />}
        lead={
          action.proof
            ? `What counts as proof: ${action.proof.replace(/\.$/, "")}.`
            : "No proof was named in the plan. Add what shows that it is done."
        }
        actions={
          may(actor, "project.read") && (
            <LinkButton href={paths.project(org, action.projectId).plan(action.findingId)} size="small">
              Open plan
            </LinkButton>
          )
        }
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0 space-y-6">
          {standing === "returned" && (
            <Callout tone="warning" title={`${action.bodyName} returned the evidence of this finding`}>
              <p className="prose-plain">{action.returnComment}</p>
              <p>Add what is missing here. The compliance manager submits it again.</p>
            </Callout>
          )}
          <Card title="Proof">
            {action.doneOn && <p className="mb-3">Marked as done on {formatDay(action.doneOn)}.</p>}
            {action.doneNote && <p className="prose-plain mb-3">{action.doneNote}</p>}
            <EvidenceFiles
              org={org}
              project={action.projectId}
              timeZone={action.timeZone}
              files={action.evidence}
            />
          </Card>
          <Card title="Add proof">
            {takesProof.includes(action.state) ? (
              <ProveForm
                action={proveAction}
                org={org}
                project={action.projectId}
                finding={action.findingId}
                actionId={action.id}
                version={action.version}
                isDone={action.doneOn !== null}
                isMain
              />
            ) : (
              <p className="text-muted">
                {standing === "accepted"
                  ? "The certification body has accepted the proof. Nothing can be added."
                  : "The evidence lies with the certification body. You can add to it only if it is returned."}
              </p>
            )}
          </Card>
        </div>
        <Card title="Why this action">
          <StackedFacts
            facts={[
              { term: "Due", value: action.dueOn && <DayText day={action.dueOn} today={today} /> },
              { term: "Owner", value: action.owner },
              {
                term: "Finding",
                value: (
                  <span className="inline-flex items-center gap-2">
                    {action.number} <GradePill grade={action.grade} />
                  </span>
                ),
              },
              { term: "Statement", value: action.statement },
              { term: "Project", value: action.projectName },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
