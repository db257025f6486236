import type { ControlProof, Stated } from "./statement";

/** What a piece of evidence is, in one text that is kept: "Security policy, version 1.2 (SHA-256 …)". */
export function proofText({ label, source }: Pick<ControlProof, "label" | "source">): string {
  return `${label} (${source})`;
}

/** What was added and what is gone, each as a sentence. */
export function compareProofs(was: readonly string[] = [], is: readonly string[] = []): string[] {
  return [
    ...is.filter((text) => !was.includes(text)).map((text) => `Evidence added: ${text}.`),
    ...was.filter((text) => !is.includes(text)).map((text) => `Evidence gone: ${text}.`),
  ];
}

/** Of the controls that are applicable and implemented, those with a piece of evidence at least. */
export function countProven(
  lines: readonly (Pick<Stated, "applicable" | "implementation"> & { proofs: number })[],
): { all: number; proven: number } {
  const implemented = lines.filter((line) => line.applicable && line.implementation === "implemented");
  return { all: implemented.length, proven: implemented.filter(({ proofs }) => proofs > 0).length };
}
