import type { Metadata } from "next";
import { ApprovedTable } from "@/components/soa/approved-table";
import { DifferenceList } from "@/components/soa/difference-list";
import { Button, LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { compareVersions } from "@/lib/soa/approved";
import { readSoaVersions, type SoaVersionHead } from "@/lib/store/soa-versions";

export const metadata: Metadata = { title: "Versions of the Statement of Applicability" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The approved versions: one of them in full, and what differs between two (IS-5, IS-11). Both sides read them. */
export default async function SoaVersionsPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const query = await searchParams;
  const actor = await pageActor(org);
  const asked = [numberIn(query.show), numberIn(query.since)].filter((no) => no !== null);
  const heads = await orNotFound(readSoaVersions(actor, project));
  const newest = heads.versions[0];
  const no = heads.versions.find((one) => one.no === asked[0])?.no ?? newest?.no ?? 0;
  const since = heads.versions.find((one) => one.no === numberIn(query.since) && one.no !== no) ?? null;
  const { contents } = await orNotFound(readSoaVersions(actor, project, [no, since?.no ?? 0]));
  const shown = contents.find((one) => one.no === no);
  const earlier = contents.find((one) => one.no === since?.no);
  const { soaVersions: base, soaFile: file } = paths.project(org, project);
  const isClient = actor.side === "client";
  const draft = isClient && <LinkButton href={paths.project(org, project).soa}>Go to the draft</LinkButton>;
  const header = (
    <PageHeader
      title="Approved versions"
      lead="The Statement of Applicability as it was approved. The certificate names the version in force (IS-5)."
      actions={draft}
    />
  );
  if (!shown) {
    return (
      <>
        {header}
        <EmptyState title="No version is approved yet">
          {isClient ? "Complete the draft, then approve it." : "It appears here when the client approves it."}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <div className="mt-6 space-y-6">
        <Card title="Versions" id="versions" flush>
          <VersionTable base={base} versions={heads.versions} />
        </Card>
        {heads.versions.length > 1 && (
          <Card title="Differences" id="differences">
            <CompareForm base={base} versions={heads.versions} no={no} since={since?.no ?? null} />
            {earlier && <DifferenceList differences={compareVersions(earlier.lines, shown.lines)} />}
          </Card>
        )}
        <Card title={`Version ${shown.label}, approved on ${formatDay(shown.approvedOn)}`} id="content" flush>
          <div className="space-y-3 px-4 pb-4 sm:px-5">
            <div className="flex flex-wrap gap-3">
              <LinkButton href={`${file}?version=${shown.no}&format=xlsx`}>Export xlsx</LinkButton>
              <LinkButton href={`${file}?version=${shown.no}`}>Export csv</LinkButton>
            </div>
            <p className="break-all text-compact text-muted">
              Approved by {shown.approvedBy}. SHA-256 {shown.sha256}
            </p>
            {!shown.isIntact && (
              <Callout tone="danger" title="This content was changed outside CertTrail">
                <p>It does not have the hash that it was approved with. Compare it with your own copy.</p>
              </Callout>
            )}
          </div>
          <ApprovedTable caption={`Statement of Applicability ${shown.label}`} lines={shown.lines} />
        </Card>
      </div>
    </>
  );
}

function numberIn(value: string | string[] | undefined): number | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

function VersionTable({ base, versions }: { base: string; versions: readonly SoaVersionHead[] }) {
  return (
    <Table
      caption="Approved versions"
      rows={[...versions]}
      rowKey={({ no }) => String(no)}
      columns={[
        {
          key: "label",
          label: "Version",
          isRowHeader: true,
          cell: ({ no, label }) => ({ href: `${base}?show=${no}`, text: label }),
        },
        { key: "on", label: "Approved on", isOneLine: true, cell: ({ approvedOn }) => formatDay(approvedOn) },
        {
          key: "changes",
          label: "Changes",
          cell: ({ no }) =>
            no === 1 ? "The first one" : { href: `${base}?show=${no}&since=${no - 1}`, text: "What changed" },
        },
      ]}
    />
  );
}

function CompareForm({
  base,
  versions,
  no,
  since,
}: {
  base: string;
  versions: readonly SoaVersionHead[];
  no: number;
  since: number | null;
}) {
  const choice = (name: string, label: string, value: number | null) => (
    <label className="grid gap-1">
      <span className="font-medium">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="control w-auto">
        {value === null && <option value="">Choose</option>}
        {versions.map((one) => (
          <option key={one.no} value={one.no}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form action={base} className="mb-3 flex flex-wrap items-end gap-3">
      {choice("since", "From version", since)}
      {choice("show", "To version", no)}
      <Button type="submit">Compare</Button>
    </form>
  );
}
