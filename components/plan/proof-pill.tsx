import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { type ProofStanding, proofNames } from "@/lib/lifecycle/proof-standing";

const kinds: Record<ProofStanding, StatusKind> = {
  accepted: "success",
  with_body: "waiting",
  returned: "warning",
  done: "info",
  added: "info",
  none: "neutral",
};

/** What became of the last proof, in shape and word. */
export function ProofPill({ standing }: { standing: ProofStanding }) {
  return <Pill kind={kinds[standing]}>{proofNames[standing]}</Pill>;
}
