import { Pill } from "@/components/ui/pill";

/** Says that an act of the body was written down by the client, wherever that act shows. */
export function RecordedMark({ by, standing }: { by: string; standing: string }) {
  if (standing === "confirmed") return <Pill kind="neutral">Recorded by {by}, confirmed</Pill>;
  if (standing === "corrected") return <Pill kind="warning">Recorded by {by}, corrected</Pill>;
  return <Pill kind="waiting">Recorded by {by}</Pill>;
}
