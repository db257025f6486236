import { UploadField } from "@/components/ui/upload-field";

/** The document of the offer; what was added before stays when nothing is added. */
export function ProposalFile({ url, hasFile }: { url: string; hasFile: boolean }) {
  return (
    <UploadField
      name="fileId"
      label={hasFile ? "Replace the document" : "Document of the offer"}
      optional
      url={url}
    />
  );
}
