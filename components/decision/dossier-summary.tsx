import { Card } from "@/components/ui/card";

interface Summed {
  recommendation: string | null;
  findings: readonly { grade: string }[];
  scope: string;
  sites: readonly { name: string }[];
  soaVersion: string | null;
}

/** What the decision is about, before its proofs: recommendation, findings, scope and sites as the certificate will word them. */
export function DossierSummary({ dossier }: { dossier: Summed }) {
  const count = (grade: string) => dossier.findings.filter((finding) => finding.grade === grade).length;
  const [majors, minors] = [count("Major"), count("Minor")];
  const items = [
    { term: "The team recommends", value: dossier.recommendation ?? "Not stated" },
    {
      term: "Nonconformities",
      value: majors + minors === 0 ? "None" : `${majors} major, ${minors} minor`,
    },
    { term: "Scope", value: dossier.scope },
    {
      term: dossier.sites.length === 1 ? "Site" : "Sites",
      value: dossier.sites.map(({ name }) => name).join(", ") || "Not stated",
    },
    ...(dossier.soaVersion
      ? [{ term: "Statement of Applicability", value: `Version ${dossier.soaVersion}` }]
      : []),
  ];
  return (
    <Card title="In short">
      <dl className="space-y-2.5">
        {items.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-compact text-muted">{term}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
