import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { formatDay, today } from "@/lib/day";
import type { ScanState, ScanView } from "@/lib/files/scan-state";

const looks: Record<ScanState, { kind: StatusKind; word: string }> = {
  not_scanned: { kind: "neutral", word: "Not scanned" },
  quarantined: { kind: "warning", word: "Being checked" },
  clean: { kind: "success", word: "Clean" },
  infected: { kind: "danger", word: "Virus found" },
};

/** Stands beside each file: whether a scanner has looked at it, and on which day of the project. */
export function ScanWord({ scan, timeZone }: { scan: ScanView; timeZone: string }) {
  const { kind, word } = looks[scan.state];
  const day = scan.at && formatDay(today(timeZone, new Date(scan.at)));
  return <Pill kind={kind}>{day ? `${word}, ${day}` : word}</Pill>;
}
