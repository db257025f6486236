import { ScanWord } from "@/components/project/scan-word";
import type { ScanView } from "@/lib/files/scan-state";

/** The document of an offer, with what the scanner said of it. */
export function OfferDocument({
  href,
  label = "Open the document",
  scan,
  timeZone,
}: {
  href: string;
  label?: string;
  scan: ScanView | null;
  timeZone: string;
}) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <a href={href} download>
        {label}
      </a>
      {scan && <ScanWord scan={scan} timeZone={timeZone} />}
    </span>
  );
}
