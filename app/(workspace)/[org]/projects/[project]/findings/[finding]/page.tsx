import type { Metadata } from "next";
import { CorrectRecord } from "@/components/finding/correct-record";
import { FindingStatePill, GradePill } from "@/components/finding/finding-pills";
import { FindingStanding } from "@/components/finding/finding-standing";
import { FindingSteps } from "@/components/finding/finding-steps";
import { FindingWords, GradeHistory } from "@/components/finding/finding-words";
import { PaperCards } from "@/components/paper/paper-cards";
import { RecordedActFields } from "@/components/project/recorded-act";
import { TrailList } from "@/components/trail/trail-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { limitsOf } from "@/lib/lifecycle/finding-limits";
import { owedOnFinding } from "@/lib/lifecycle/owed-finding";
import { findSixMonthLimit, isNonconformity } from "@/lib/lifecycle/reading";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readFinding } from "@/lib/store/finding-page";
import { readProjectHead } from "@/lib/store/project-head";
import { listKnownProofs } from "@/lib/store/recorded-proofs";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { extendDeadline, regradeFinding, withdrawFinding } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; finding: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, finding } = await params;
  const view = await orNotFound(readFinding(await pageActor(org), project, finding));
  return { title: `${view.finding.number ?? "Draft finding"} – ${view.name}` };
}

/** One finding (S9): what it says, whose turn it is and until when, and everything that happened to it. */
export default async function FindingPage({ params }: Props) {
  const { org, project, finding: findingId } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readFinding(actor, project, findingId));
  const head = await orNotFound(readProjectHead(actor, project));
  const { finding, text, record, policy } = view;
  const at = paths.project(org, project);
  const isRecording = recordsForBody(actor, view);
  const facts = viewingFacts(actor, view, { recorded: isRecording });
  const { today } = facts.moment;
  const audit = record.audits.find(({ id }) => id === finding.auditId);
  const isDraft = finding.number === null;
  const isNc = isNonconformity(finding);
  const reasons = (command: "regrade" | "withdrawFinding" | "extendDeadline") =>
    audit ? reasonsAgainst("nonconformity", command, finding.state, { ...facts, finding, audit }) : [];
  const actsForBody = actor.side === "body" || isRecording;
  return (
    <>
      <PageHeader
        title={finding.number ?? "Draft finding"}
        breadcrumbs={<Breadcrumbs items={[{ href: at.findings, label: "Findings" }]} />}
        pills={
          <>
            <GradePill grade={finding.grade} />
            <FindingStatePill state={finding.state} />
          </>
        }
        actions={
          <>
            {isDraft && (
              <LinkButton href={`${at.logFinding(finding.auditId)}?draft=${finding.id}`} variant="primary">
                Edit draft
              </LinkButton>
            )}
            {!isDraft && isNc && (
              <LinkButton
                href={at.plan(finding.id)}
                variant={actor.side === "client" && finding.state === "open" ? "primary" : "secondary"}
              >
                {actor.side === "client" && finding.state === "open" ? "Answer with a plan" : "Open the plan"}
              </LinkButton>
            )}
            {!isDraft && isNc && (
              <LinkButton href={at.verification(finding.id)}>Open the verification</LinkButton>
            )}
          </>
        }
      />
      <div className="mt-5 space-y-6">
        {!isDraft && isNc && <FindingSteps state={finding.state} />}
        {text.endedReason && (
          <Callout
            tone="danger"
            title={finding.state === "void" ? "This finding was withdrawn" : "Not effective"}
          >
            <p className="prose-plain">{text.endedReason}</p>
          </Callout>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="space-y-6">
            <FindingWords text={text} standardId={record.standardId} fileHref={at.file} />
            <GradeHistory text={text} zone={record.timeZone} />
          </div>
          <FindingStanding
            owed={owedOnFinding(finding, today)}
            limits={isDraft ? [] : limitsOf(finding, text.auditEndsOn ?? today, policy)}
            names={{ client: head.clientName, body: head.bodyName ?? "the certification body" }}
            today={today}
          />
        </div>
        {!isDraft && actsForBody && (
          <CorrectRecord
            finding={finding}
            hidden={{ org, project, finding: finding.id }}
            actions={{ regrade: regradeFinding, withdraw: withdrawFinding, extend: extendDeadline }}
            reasons={{
              regrade: reasons("regrade"),
              withdraw: reasons("withdrawFinding"),
              extend: reasons("extendDeadline"),
            }}
            latestOn={finding.grade === "major" ? findSixMonthLimit(record, finding) : null}
            recorded={
              isRecording &&
              head.bodyName && (
                <RecordedActFields
                  org={org}
                  project={project}
                  bodyName={head.bodyName}
                  proofs={await listKnownProofs(actor, record.id)}
                />
              )
            }
          />
        )}
        {!isDraft && isNc && (
          <PaperCards
            nonconformities={at.nonconformitiesFile}
            plans={at.plansFile}
            query={{ finding: finding.id }}
          />
        )}
        <Card title="Activity" id="activity">
          <TrailList entries={view.activity} zone={record.timeZone} org={org} project={project} />
        </Card>
      </div>
    </>
  );
}
