import type { Metadata } from "next";
import { LoggerForm } from "@/components/device/logger-form";
import { DraftFields } from "@/components/finding/draft-fields";
import { type DraftActs, DraftList } from "@/components/finding/draft-list";
import { requirementOptions } from "@/components/finding/requirement-options";
import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { minDay } from "@/lib/day";
import { wordsOf } from "@/lib/device/device-draft";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { auditNames } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { findDraft, readLogger } from "@/lib/store/logger";
import { readProjectHead } from "@/lib/store/project-head";
import { listKnownProofs } from "@/lib/store/recorded-proofs";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { discardDraft, editDraft, issueFinding, issueFindings, saveDraft } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project } = await params;
  const { name } = await orNotFound(readProjectHead(await pageActor(org), project));
  return { title: `Log a finding – ${name}` };
}

/** Where the audit team writes down what it sees (S8): one form for jotting and completing, the drafts beside it. */
export default async function LogPage({ params, searchParams }: Props) {
  const { org, project, audit: auditId } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readLogger(actor, project, auditId));
  const { bodyName, name } = await orNotFound(readProjectHead(actor, project));
  const { audit, drafts, record } = view;
  const at = paths.project(org, project);
  const isRecording = recordsForBody(actor, view);
  const facts = { ...viewingFacts(actor, view, { recorded: isRecording }), audit };
  const edited = findDraft(drafts, (await searchParams).draft);
  const hidden = { org, project, audit: auditId };
  const loggerReasons = reasonsAgainst("audit", "draftFinding", audit.state, facts);
  const recorded = isRecording && bodyName && (
    <RecordedActFields
      org={org}
      project={project}
      bodyName={bodyName}
      on={minDay(facts.moment.today, audit.endsOn ?? facts.moment.today)}
      by={view.leadName}
      proofs={await listKnownProofs(actor, record.id)}
    />
  );
  const reasonsOf = (command: "raise" | "discardDraft", finding: (typeof drafts)[number]["finding"]) =>
    reasonsAgainst("nonconformity", command, finding.state, { ...facts, finding });
  const acts: DraftActs = {
    issue: issueFinding,
    discard: discardDraft,
    hidden,
    editHref: (findingId) => `${at.logFinding(auditId)}?draft=${findingId}`,
    reasons: ({ finding }) => ({
      issue: reasonsOf("raise", finding),
      discard: reasonsOf("discardDraft", finding),
    }),
    recorded,
  };
  const complete = drafts.filter(({ finding }) => reasonsOf("raise", finding).length === 0).length;
  const last = drafts[0];
  return (
    <>
      <PageHeader
        title={edited ? "Edit draft finding" : "Log a finding"}
        breadcrumbs={
          <Breadcrumbs
            items={[
              { href: at.audits, label: "Audits" },
              { href: at.audit(auditId), label: auditNames[audit.kind] },
            ]}
          />
        }
        lead="Save with gaps and complete it later. The other side sees a finding once the lead auditor issues it."
        actions={<LinkButton href={at.findings}>Open the register</LinkButton>}
      />
      <div className="mt-6 grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card title={edited ? "Draft" : "New finding"} id="form">
          {audit.kind === "stage1" ? (
            <EmptyState
              title="Stage 1 has areas of concern instead of findings."
              action={<LinkButton href={at.auditReadiness(auditId)}>Open the readiness list</LinkButton>}
            />
          ) : loggerReasons.length === 0 && !isRecording ? (
            <LoggerForm
              key={edited?.finding.id ?? "new"}
              place={{
                personId: actor.personId,
                org,
                project,
                audit: auditId,
                place: `${name}, ${auditNames[audit.kind]}`,
              }}
              edited={
                edited && {
                  id: edited.finding.id,
                  version: edited.finding.version,
                  words: wordsOf({ ...edited, grade: edited.finding.grade }),
                }
              }
              blank={wordsOf({ siteId: last?.siteId, process: last?.process })}
              requirements={requirementOptions(
                record.standardId,
                drafts.map(({ requirementRef }) => requirementRef),
              )}
              sites={view.sites}
              loggerHref={at.logFinding(auditId)}
              signInHref={paths.signIn}
            />
          ) : edited ? (
            <ActPanel
              key={edited.finding.id}
              action={editDraft}
              hidden={{ ...hidden, finding: edited.finding.id }}
              version={edited.finding.version}
              reasons={reasonsAgainst("nonconformity", "editDraft", edited.finding.state, {
                ...facts,
                finding: edited.finding,
              })}
              submitLabel="Save draft"
              secondary={
                <LinkButton href={at.logFinding(auditId)} variant="quiet">
                  Log a new one
                </LinkButton>
              }
            >
              <DraftFields
                requirements={requirementOptions(record.standardId)}
                sites={view.sites}
                defaults={{ ...edited, grade: edited.finding.grade }}
              />
              {recorded}
            </ActPanel>
          ) : (
            <ActPanel action={saveDraft} hidden={hidden} reasons={loggerReasons} submitLabel="Save draft">
              <DraftFields
                requirements={requirementOptions(record.standardId)}
                sites={view.sites}
                defaults={{ siteId: last?.siteId, process: last?.process }}
              />
              {recorded}
            </ActPanel>
          )}
        </Card>
        <Card title={countInWords(drafts.length)} id="drafts" flush>
          {drafts.length === 0 ? (
            <EmptyState title="No drafts">What you save stays here until it is issued or deleted.</EmptyState>
          ) : (
            <>
              {complete > 0 && (
                <div className="border-border border-y bg-sunken px-4 py-3 sm:px-5">
                  <ActPanel
                    action={issueFindings}
                    hidden={hidden}
                    reasons={[]}
                    submitLabel={
                      complete === 1 ? "Issue 1 complete draft" : `Issue ${complete} complete drafts`
                    }
                    confirm={{
                      title: "Issue the complete drafts?",
                      text: "Each gets its number and its deadlines, and the client sees it. Their words cannot be changed afterwards.",
                      label: "Issue findings",
                    }}
                  >
                    {recorded}
                  </ActPanel>
                </div>
              )}
              <DraftList
                drafts={drafts}
                standardId={record.standardId}
                citations={view.citations}
                acts={acts}
              />
            </>
          )}
        </Card>
      </div>
    </>
  );
}

function countInWords(count: number): string {
  return count === 1 ? "1 draft" : `${count} drafts`;
}
