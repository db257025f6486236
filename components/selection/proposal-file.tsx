import { UploadField } from "@/components/ui/upload-field";
import { FILE_ACCEPT, FILE_KINDS_IN_WORDS, MAX_FILE_BYTES } from "@/lib/files/limits";
import { paths } from "@/lib/paths";

/** The document of the offer; what was added before stays when nothing is added. */
export function ProposalFile({ org, project, hasFile }: { org: string; project: string; hasFile: boolean }) {
  return (
    <UploadField
      name="fileId"
      label={hasFile ? "Replace the document" : "Document of the offer"}
      optional
      url={paths.project(org, project).upload}
      maxBytes={MAX_FILE_BYTES}
      accept={FILE_ACCEPT}
      kinds={FILE_KINDS_IN_WORDS}
    />
  );
}
