import { formatDay } from "../day";
import { auditTitles, teamRoleNames, titleOfAudit } from "../lifecycle/naming";
import { isPlanShared } from "../lifecycle/reading";
import type { AuditView } from "../store/audit-view";
import type { Block, Paper, Section } from "./paper";
import { daysInWords, nameOfStandard, tableOfSessions, timeInWords } from "./report-facts";

/** The plan of an audit (PLAN-1) as it stands today; null for the side it was not sent to yet. */
export function paperOfPlan(view: AuditView): Paper | null {
  const { audit, details, record } = view;
  const isShared = isPlanShared(audit);
  if (!isShared && !view.seesDrafts) return null;
  const { today } = view.facts.moment;
  return {
    issuer: details.body,
    title: `Plan of ${titleOfAudit(audit.kind, details.no)}`,
    subject: `${details.client}, ${nameOfStandard(record.standardId)}`,
    standing: agreementInWords(view),
    isDraft: !isShared,
    sha256: null,
    day: today,
    sections: [sectionOfAudit(view), sectionOfTeam(view), sectionOfSessions(view)],
  };
}

function agreementInWords({ audit: { planSentOn, planConfirmedOn, kind }, details }: AuditView): string {
  if (planSentOn === null)
    return kind === "stage1" ? "Stage 1 needs no formal plan." : `Not sent to ${details.client} yet.`;
  const sent = `Sent on ${formatDay(planSentOn)}.`;
  if (planConfirmedOn === null) return `${sent} ${details.client} has not confirmed it yet.`;
  return `${sent} ${details.client} confirmed it on ${formatDay(planConfirmedOn)}.`;
}

function sectionOfAudit({ audit, details, record }: AuditView): Section {
  const { timeJustification } = details;
  const { plannedCentidays, requiredCentidays } = audit;
  return {
    title: "The audit",
    blocks: [
      {
        kind: "facts",
        items: [
          { term: "Client", value: details.client },
          { term: "Certification body", value: details.body },
          { term: "Type of audit", value: auditTitles[audit.kind] },
          { term: "Criteria", value: `${nameOfStandard(record.standardId)}; the client's own documents` },
          { term: "Objectives", value: details.objectives },
          { term: "Scope", value: `${record.scope} (${record.personsInScope} people)` },
          { term: "Dates", value: daysInWords(audit.startsOn, audit.endsOn) },
          {
            term: "Auditor time",
            value: timeInWords({ plannedCentidays, requiredCentidays, timeJustification }),
          },
          { term: "Places", value: details.sites.map(({ name }) => name).join(", ") },
          { term: "On site or remote", value: details.remoteNote ?? "On site at these places" },
        ],
      },
    ],
  };
}

function sectionOfTeam({ details: { team, teamCompetence } }: AuditView): Section {
  const items = team.map(({ name, role }) => ({ term: teamRoleNames[role], value: name }));
  const nobody: Block = { kind: "paragraph", text: "The team is not named yet." };
  const blocks: Block[] = items.length > 0 ? [{ kind: "facts", items }] : [nobody];
  if (teamCompetence) blocks.push({ kind: "text", title: "Competence of the team", text: teamCompetence });
  return { title: "Audit team", blocks };
}

function sectionOfSessions({ details: { sessions }, record }: AuditView): Section {
  if (sessions.length === 0)
    return { title: "Sessions", blocks: [{ kind: "paragraph", text: "No session is planned yet." }] };
  const zone: Block = { kind: "paragraph", text: `Times are ${record.timeZone} time.`, look: "quiet" };
  return { title: "Sessions", blocks: [tableOfSessions(sessions), zone] };
}
