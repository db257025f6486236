import type { Day } from "../day";
import { compareProofs, proofText } from "./proofs";
import { type Implementation, implementationNames, type SoaLine } from "./statement";

/** A control as a version states it. Working notes are not in it. */
export interface ApprovedLine {
  ref: string;
  title: string;
  applicable: boolean;
  /** Why it is applicable, or why it is left out. */
  justification: string;
  /** Null for a control that is left out. */
  implementation: Implementation | null;
  owner: string | null;
  /** What showed it, each in one text; versions from before evidence was kept have none. */
  evidence?: string[];
}

/** What is approved, frozen and hashed. */
export interface ApprovedContent {
  /** Counted from 1 in each project. */
  no: number;
  /** What the organisation calls it. */
  label: string;
  approvedOn: Day;
  approvedBy: string;
  standardId: string;
  lines: ApprovedLine[];
}

/** The lines as a version keeps them. Lines with gaps must be refused before. */
export function approvedLines(lines: readonly SoaLine[]): ApprovedLine[] {
  return lines.map(approve);
}

function approve({
  ref,
  title,
  applicable,
  justification,
  exclusion,
  implementation,
  owner,
  proofs = [],
}: SoaLine): ApprovedLine {
  const shown = proofs.length > 0 ? { evidence: proofs.map(proofText) } : {};
  return applicable
    ? { ref, title, applicable: true, justification: justification ?? "", implementation, owner, ...shown }
    : {
        ref,
        title,
        applicable: false,
        justification: exclusion ?? "",
        implementation: null,
        owner,
        ...shown,
      };
}

/** What became of one control from one version to another, each change as a sentence. */
export interface SoaDifference {
  ref: string;
  title: string;
  sentences: string[];
}

const quoted = (text: string | null) => (text ? `“${text}”` : "nothing");
const inWords = (state: Implementation | null) => (state ? implementationNames[state] : "Not stated");

/** The differences in the order of the later version; controls that are gone come last. */
export function compareVersions(
  before: readonly ApprovedLine[],
  after: readonly ApprovedLine[],
): SoaDifference[] {
  const earlier = new Map(before.map((line) => [line.ref, line]));
  const kept = new Set(after.map(({ ref }) => ref));
  const changed = after.map(({ ref, title, ...line }) => {
    const was = earlier.get(ref);
    return { ref, title, sentences: was ? compareLines(was, { ref, title, ...line }) : ["Added."] };
  });
  const gone = before
    .filter(({ ref }) => !kept.has(ref))
    .map(({ ref, title }) => ({ ref, title, sentences: ["Removed."] }));
  return [...changed, ...gone].filter(({ sentences }) => sentences.length > 0);
}

function compareLines(was: ApprovedLine, is: ApprovedLine): string[] {
  return [
    was.applicable !== is.applicable &&
      (is.applicable ? "Left out before, applicable now." : "Applicable before, left out now."),
    was.title !== is.title && `Title: ${quoted(was.title)} before, ${quoted(is.title)} now.`,
    was.justification !== is.justification &&
      `Justification: ${quoted(was.justification)} before, ${quoted(is.justification)} now.`,
    was.applicable &&
      is.applicable &&
      was.implementation !== is.implementation &&
      `State: ${inWords(was.implementation)} before, ${inWords(is.implementation)} now.`,
    was.owner !== is.owner && `Owner: ${quoted(was.owner)} before, ${quoted(is.owner)} now.`,
    ...compareProofs(was.evidence, is.evidence),
  ].filter((sentence) => typeof sentence === "string");
}
