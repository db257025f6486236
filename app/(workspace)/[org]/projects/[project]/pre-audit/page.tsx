import type { Metadata } from "next";
import { ActPanel } from "@/components/project/act-panel";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { TextArea, TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { may } from "@/lib/access";
import { formatDay } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import type { CaseRecord } from "@/lib/lifecycle/record";
import { paths } from "@/lib/paths";
import { splitPoints } from "@/lib/preparation/points";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listOwners } from "@/lib/store/plan-owners";
import { readPreAudit } from "@/lib/store/pre-audit";
import { readProjectHead } from "@/lib/store/project-head";
import { viewingFacts } from "@/lib/store/viewing";
import { finishPreAudit, skipPreAudit, startPreAudit } from "./actions";
import { PointsSection } from "./points-section";

export const metadata: Metadata = { title: "Pre-audit" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** States in which a pre-audit can still begin, run, or be skipped. */
const beforeStage1: readonly CaseRecord["state"][] = ["engaged", "pre_audit"];

/** The optional pre-audit: it shows gaps early and counts for nothing later (PRE-1, invariant 25). */
export default async function PreAuditPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readPreAudit(actor, project));
  const head = await orNotFound(readProjectHead(actor, project));
  const { certificationCase, preAudit } = view;
  const bodyName = head.bodyName ?? "The certification body";
  const header = (
    <PageHeader
      title="Pre-audit"
      pills={preAudit && <StatePill isFinished={preAudit.endsOn !== null} />}
      lead="Optional. It shows gaps early, and counts for nothing later: not in the days, not in the decision."
      actions={<LinkButton href={paths.project(org, project).journey}>Go to the journey</LinkButton>}
    />
  );
  if (!certificationCase) {
    return (
      <>
        {header}
        <EmptyState title="A pre-audit can start once both sides have signed the engagement letter." />
      </>
    );
  }
  const facts = viewingFacts(actor, view);
  const reasons = (command: "startPreAudit" | "skipPreAudit" | "finishPreAudit") =>
    reasonsAgainst("certification", command, certificationCase.state, facts);
  const form = { hidden: { org, project }, version: certificationCase.version };
  const isOpen = beforeStage1.includes(certificationCase.state);
  const points = preAudit?.endsOn ? splitPoints(preAudit.gaps, preAudit.recommendations) : [];
  const canAct = actor.side === "client" && actor.roles.includes("manager") && isOpen;
  return (
    <>
      {header}
      <div className="mt-6 grid gap-6">
        {preAudit && (
          <Card title="What was agreed and found" id="pre-audit">
            <SummaryList
              items={[
                { term: "Provider", value: preAudit.provider },
                { term: "Done by", value: preAudit.byBody ? bodyName : "Somebody independent" },
                { term: "First day", value: formatDay(preAudit.startsOn) },
                { term: "Last day", value: preAudit.endsOn ? formatDay(preAudit.endsOn) : "Not finished" },
                { term: "Gaps", value: preAudit.gaps ?? withheld(preAudit) },
                { term: "Recommendations", value: preAudit.recommendations ?? withheld(preAudit) },
              ]}
            />
          </Card>
        )}
        {points.length > 0 && may(actor, "task.add") && (
          <PointsSection {...{ org, project, points }} owners={await listOwners(actor, [])} />
        )}
        {!preAudit && !canAct && (
          <EmptyState title={isOpen ? "No pre-audit yet" : "This project has no pre-audit"}>
            {isOpen
              ? `${head.clientName} can start one, or skip it.`
              : "It was skipped. Nothing is missing because of that."}
          </EmptyState>
        )}
        {canAct && !preAudit && (
          <Card title="Start a pre-audit">
            <ActPanel
              {...form}
              reasons={reasons("startPreAudit")}
              action={startPreAudit}
              submitLabel="Start pre-audit"
            >
              <RadioCards
                name="byBody"
                label="Who does it?"
                columns={2}
                options={[
                  { value: "false", label: "Somebody independent", hint: "May recommend solutions." },
                  { value: "true", label: bodyName, hint: "Shows gaps only; it gives no advice (PRE-1)." },
                ]}
              />
              <TextField name="provider" label="Provider" hint="Name of the person or firm." />
              <DateField name="startsOn" label="First day" />
            </ActPanel>
          </Card>
        )}
        {canAct && preAudit && !preAudit.endsOn && (
          <Card title="Finish the pre-audit">
            <ActPanel
              {...form}
              reasons={reasons("finishPreAudit")}
              action={finishPreAudit}
              submitLabel="Finish pre-audit"
            >
              <DateField name="endsOn" label="Last day" />
              <TextArea name="gaps" label="Gaps" optional />
              {!preAudit.byBody && <TextArea name="recommendations" label="Recommendations" optional />}
            </ActPanel>
          </Card>
        )}
        {canAct && !preAudit && (
          <Card title="Go on without one">
            <ActPanel
              {...form}
              reasons={reasons("skipPreAudit")}
              action={skipPreAudit}
              submitLabel="Skip pre-audit"
              submitVariant="secondary"
            />
          </Card>
        )}
      </div>
    </>
  );
}

function StatePill({ isFinished }: { isFinished: boolean }) {
  return isFinished ? <Pill kind="success">Finished</Pill> : <Pill kind="info">In progress</Pill>;
}

function withheld({ isOfClientAlone }: { isOfClientAlone: boolean }): string {
  return isOfClientAlone ? "The client's own: it is no input to the audit (PRE-1)" : "None stated";
}
