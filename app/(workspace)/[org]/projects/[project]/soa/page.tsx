import type { Metadata } from "next";
import { OwnControls } from "@/components/soa/own-controls";
import { SoaFilters } from "@/components/soa/soa-filters";
import { SoaGrid } from "@/components/soa/soa-grid";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { filterLines, parseSoaList } from "@/lib/soa/soa-list";
import { readSoa } from "@/lib/store/soa";
import { addOwnControl, removeOwnControl, saveSoa } from "./actions";

export const metadata: Metadata = { title: "Statement of Applicability" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The draft of the Statement of Applicability, written in place (6.1.3 d); the client's own. */
export default async function SoaPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { lines } = await orNotFound(readSoa(actor, project));
  const list = parseSoaList(await searchParams);
  const shown = filterLines(lines, list);
  const base = paths.project(org, project).soa;
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
      />
      <div className="mt-6 space-y-6">
        <SoaFilters base={base} list={list} lines={lines} />
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
              />
            )}
          </div>
        </Card>
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
