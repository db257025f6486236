import { type DeviceDraft, draftFields } from "./device-draft";

/** The drafts as text that anybody can read, each with its place. */
export function draftsAsText(drafts: readonly DeviceDraft[]): string {
  return drafts
    .map(({ place, words }) =>
      [place, ...draftFields.flatMap((field) => (words[field] ? [`${field}: ${words[field]}`] : []))].join(
        "\n",
      ),
    )
    .join("\n\n");
}

/** Hands the drafts to the person as a file; they stay on the device. */
export function saveToFile(drafts: readonly DeviceDraft[]): void {
  const url = URL.createObjectURL(new Blob([draftsAsText(drafts)], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "drafts.txt";
  link.click();
  URL.revokeObjectURL(url);
}
