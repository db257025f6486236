import { Pill } from "@/components/ui/pill";
import type { DocumentState } from "@/lib/preparation/register";

/** Draft, approved, or approved and handed to an auditor as it is. */
export function DocumentPill({ state }: { state: DocumentState }) {
  if (state === "draft") return <Pill kind="neutral">Draft</Pill>;
  return state === "frozen" ? <Pill kind="locked">Frozen</Pill> : <Pill kind="success">Approved</Pill>;
}
