import type { Metadata } from "next";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { TextArea, TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { formatDay } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readPreAudit } from "@/lib/store/pre-audit";
import { viewingFacts } from "@/lib/store/viewing";
import { finishPreAudit, skipPreAudit, startPreAudit } from "./actions";

export const metadata: Metadata = { title: "Pre-audit" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

export default async function PreAuditPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readPreAudit(actor, project));
  const { certificationCase, preAudit } = view;
  const header = (
    <PageHeader
      title="Pre-audit"
      lead="Optional. It shows gaps early, and counts for nothing later: not in the days, not in the decision."
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
  return (
    <>
      {header}
      {preAudit && (
        <SummaryList
          items={[
            { term: "Provider", value: preAudit.provider },
            { term: "Done by", value: preAudit.byBody ? "The certification body" : "Somebody independent" },
            { term: "First day", value: formatDay(preAudit.startsOn) },
            { term: "Last day", value: preAudit.endsOn ? formatDay(preAudit.endsOn) : "Not finished" },
            { term: "Gaps", value: preAudit.gaps ?? "None stated" },
            { term: "Recommendations", value: preAudit.recommendations ?? "None stated" },
          ]}
        />
      )}
      <div className="mt-6 grid gap-6">
        {!preAudit && (
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
                options={[
                  { value: "false", label: "Somebody independent", hint: "May recommend solutions." },
                  {
                    value: "true",
                    label: "The certification body",
                    hint: "Shows gaps only; it gives no advice (PRE-1).",
                  },
                ]}
              />
              <TextField name="provider" label="Provider" hint="Name of the person or firm." />
              <DateField name="startsOn" label="First day" />
            </ActPanel>
          </Card>
        )}
        {preAudit && !preAudit.endsOn && (
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
        {!preAudit && (
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
