import { PaperFiles } from "@/components/paper/paper-files";
import { Card } from "@/components/ui/card";

/** What can be taken away of nonconformities: of the whole register, or with `query` of one finding. */
export function PaperCards({
  nonconformities,
  plans,
  query,
}: {
  nonconformities: string;
  plans: string;
  query?: Record<string, string>;
}) {
  const papers = [
    {
      file: nonconformities,
      title: "Nonconformity report",
      text: "Finding, answer, evidence and verification.",
    },
    {
      file: plans,
      title: "Corrective action plan",
      text: "Correction, cause and actions with owner and day.",
    },
  ];
  return (
    <div data-noprint className="grid gap-6 md:grid-cols-2">
      {papers.map(({ file, title, text }) => (
        <Card key={file} title={title}>
          <p className="mb-3 text-muted">{text}</p>
          <div className="flex flex-wrap gap-2">
            <PaperFiles file={file} query={query} what={title.toLowerCase()} />
          </div>
        </Card>
      ))}
    </div>
  );
}
