import { RecordedMark } from "@/components/project/recorded-mark";
import type { EventKind } from "@/lib/lifecycle/event";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** "Recorded by {client}" beside the last act of a kind, when the body is not on CertTrail and did not do it here. */
export function RoundMark({ view, kind }: { view: CorrectiveView; kind: EventKind }) {
  const recorded = view.rounds.find((round) => round.kind === kind)?.recorded;
  return recorded ? <RecordedMark by={view.clientName} standing={recorded.standing} /> : null;
}
