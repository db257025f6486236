import type { Metadata } from "next";
import { ApproveCard } from "@/components/soa/approve-card";
import { EvidenceCard } from "@/components/soa/evidence-card";
import { OwnControls } from "@/components/soa/own-controls";
import { SoaFilters } from "@/components/soa/soa-filters";
import { SoaGrid } from "@/components/soa/soa-grid";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { today } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { approvedLines, compareVersions } from "@/lib/soa/approved";
import { filterLines, parseSoaList, soaListHref } from "@/lib/soa/soa-list";
import { canImport } from "@/lib/soa/statement";
import { readDocuments } from "@/lib/store/documents";
import { readSoa } from "@/lib/store/soa";
import { markOf, readSoaVersions } from "@/lib/store/soa-versions";
import { addEvidence, addOwnControl, approveSoa, removeEvidence, removeOwnControl, saveSoa } from "./actions";

export const metadata: Metadata = { title: "Statement of Applicability" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The draft of the Statement of Applicability, written in place (6.1.3 d); the client's own. */
export default async function SoaPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { lines, record } = await orNotFound(readSoa(actor, project));
  const { versions } = await orNotFound(readSoaVersions(actor, project));
  const last = await readLast(actor, project, versions[0]?.no);
  const query = await searchParams;
  const list = parseSoaList(query);
  const proven = lines.find(({ ref }) => ref === query.evidence);
  const { documents } = proven ? await orNotFound(readDocuments(actor, project)) : { documents: [] };
  const shown = filterLines(lines, list);
  const at = paths.project(org, project);
  const base = at.soa;
  const canEdit = may(actor, "soa.edit");
  const hidden = { org, project };
  return (
    <>
      <PageHeader
        title="Statement of Applicability"
        lead={
          canEdit
            ? "Which controls apply, why, and how far they are. Every cell is saved when you leave it; your certification body sees approved versions alone."
            : "Which controls apply, why, and how far they are. The compliance manager writes it."
        }
        actions={
          <>
            {versions.length > 0 && <LinkButton href={at.soaVersions}>Approved versions</LinkButton>}
            {canEdit && canImport(record.standardId) && <LinkButton href={at.soaImport}>Import</LinkButton>}
            <LinkButton href={`${at.soaFile}?format=xlsx`}>Export xlsx</LinkButton>
            <LinkButton href={at.soaFile}>Export csv</LinkButton>
          </>
        }
      />
      <div className="mt-6 space-y-6">
        <SoaFilters base={base} list={list} lines={lines} />
        {proven && (
          <EvidenceCard
            {...{ documents, hidden }}
            line={proven}
            upload={at.upload}
            back={soaListHref(base, list)}
            acts={canEdit ? { add: addEvidence, remove: removeEvidence } : null}
          />
        )}
        <Card flush>
          <div className="pt-4">
            {shown.length === 0 ? (
              <EmptyState
                title="No control matches these filters."
                action={<LinkButton href={base}>Clear filters</LinkButton>}
              />
            ) : (
              <SoaGrid
                lines={shown}
                others={lines.filter((line) => !shown.includes(line))}
                hidden={hidden}
                save={canEdit ? saveSoa : null}
                evidenceBase={soaListHref(base, list)}
              />
            )}
          </div>
        </Card>
        {canEdit && (
          <ApproveCard
            lines={lines}
            gapsHref={`${base}?decided=gaps`}
            hidden={hidden}
            mark={markOf(lines)}
            today={today(record.timeZone, now())}
            since={
              last && { label: last.label, differences: compareVersions(last.lines, approvedLines(lines)) }
            }
            approve={approveSoa}
          />
        )}
        {canEdit && (
          <Card title="Own controls" id="own">
            <OwnControls
              hidden={hidden}
              own={lines.filter(({ theme }) => theme === null)}
              add={addOwnControl}
              remove={removeOwnControl}
            />
          </Card>
        )}
      </div>
    </>
  );
}

/** The newest version with its content; null before the first one. */
async function readLast(actor: Actor, project: string, no: number | undefined) {
  if (no === undefined) return null;
  const { contents } = await orNotFound(readSoaVersions(actor, project, [no]));
  return contents[0] ?? null;
}
