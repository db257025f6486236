import { UploadField } from "@/components/ui/upload-field";
import { paths } from "@/lib/paths";

/** The document of the offer; what was added before stays when nothing is added. */
export function ProposalFile({ org, project, hasFile }: { org: string; project: string; hasFile: boolean }) {
  return (
    <UploadField
      name="fileId"
      label={hasFile ? "Replace the document" : "Document of the offer"}
      optional
      url={paths.project(org, project).upload}
    />
  );
}
