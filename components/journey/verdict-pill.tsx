import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import type { Tone } from "@/lib/lifecycle/standing";

const looks: Record<Tone, { kind: StatusKind; word: string }> = {
  on_track: { kind: "success", word: "On track" },
  at_risk: { kind: "warning", word: "At risk" },
  late: { kind: "danger", word: "Late" },
  certified: { kind: "success", word: "Certified" },
  refused: { kind: "danger", word: "Refused" },
  not_started: { kind: "neutral", word: "Not started" },
};

export function VerdictPill({ tone }: { tone: Tone }) {
  const { kind, word } = looks[tone];
  return <Pill kind={kind}>{word}</Pill>;
}
