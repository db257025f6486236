/** The register as it was handed to an auditor, and in words what has changed since. */
import { formatDay, parseDay } from "../day";
import type { DocumentState } from "./register";

/** A document as a picture names it. */
export interface PicturedDocument {
  id: string;
  title: string;
  clause: string | null;
  answers: string[];
  versionLabel: string;
  state: DocumentState;
  owner: string | null;
  author: string;
  approver: string | null;
  approvedOn: string | null;
  /** Name and hash of the file's bytes: another file under the same name is another document. */
  file: { name: string; sha256: string } | null;
  link: string | null;
}

/** What a picture holds. It is kept as one text, and read again for as long as the record is. */
export interface RegisterContent {
  standard: string;
  documents: PicturedDocument[];
  /** The newest approved Statement of Applicability; with its hash where it was written here. */
  soa: { version: string; approvedOn: string; sha256: string | null } | null;
  /** Titles of documents that the standard asks for and the register lacked. */
  missing: string[];
  /** What showed each control; pictures from before evidence was kept do not say. */
  evidence?: { ref: string; pieces: string[] }[];
}

/** For which audit the register is frozen. */
export const pictureKinds = ["stage1", "stage2", "surveillance", "recertification"] as const;
export type PictureKind = (typeof pictureKinds)[number];

export const pictureNames: Record<PictureKind, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  surveillance: "surveillance",
  recertification: "recertification",
};

/** Sentence by sentence what is different now; empty where nothing is. Freezing itself is no difference. */
export function tellDifferences(then: RegisterContent, now: RegisterContent): string[] {
  const later = new Map(now.documents.map((document) => [document.id, document]));
  const earlier = new Set(then.documents.map(({ id }) => id));
  return [
    ...then.documents.flatMap((document) => {
      const changed = later.get(document.id);
      return changed ? tellDocument(document, changed) : [`${document.title} was removed.`];
    }),
    ...now.documents
      .filter(({ id }) => !earlier.has(id))
      .map(
        ({ title, versionLabel, state }) =>
          `${title}, version ${versionLabel}, was added (${nameState(state)}).`,
      ),
    ...tellSoa(then.soa, now.soa),
    ...tellEvidence(then.evidence, now.evidence),
    ...now.missing
      .filter((title) => !then.missing.includes(title))
      .map((title) => `${title} is missing now.`),
    ...then.missing
      .filter((title) => !now.missing.includes(title))
      .map((title) => `${title} is no longer missing.`),
  ];
}

function tellDocument(then: PicturedDocument, now: PicturedDocument): string[] {
  const parts = [
    ...(then.title === now.title ? [] : [`is called ${now.title} now`]),
    ...(then.versionLabel === now.versionLabel
      ? []
      : [`went from version ${then.versionLabel} to ${now.versionLabel}`]),
    ...(nameState(then.state) === nameState(now.state) ? [] : [`is ${nameState(now.state)} now`]),
    ...(then.state !== "draft" && now.state !== "draft" && then.approvedOn !== now.approvedOn
      ? [`was approved anew on ${dayOf(now.approvedOn)}`]
      : []),
    ...(then.file?.sha256 === now.file?.sha256 ? [] : [now.file ? "has another file" : "has no file now"]),
    ...(then.link === now.link ? [] : [now.link ? "has another link" : "has no link now"]),
    ...(then.owner === now.owner ? [] : [`belongs to ${now.owner ?? "nobody"} now`]),
    ...(then.author === now.author ? [] : [`is written by ${now.author} now`]),
    ...(then.answers.join() === now.answers.join() && then.clause === now.clause
      ? []
      : ["answers other requirements"]),
  ];
  return parts.length === 0 ? [] : [`${then.title} ${join(parts)}.`];
}

function tellSoa(then: RegisterContent["soa"], now: RegisterContent["soa"]): string[] {
  if (then?.version === now?.version && then?.approvedOn === now?.approvedOn) return [];
  if (!now) return ["The Statement of Applicability is not recorded any more."];
  const version = `version ${now.version}, approved on ${dayOf(now.approvedOn)}`;
  return [`The Statement of Applicability is ${version} now${then ? `; it was ${then.version}` : ""}.`];
}

function tellEvidence(then: RegisterContent["evidence"], now: RegisterContent["evidence"]): string[] {
  if (!then) return [];
  const piecesOf = (all: RegisterContent["evidence"], ref: string) =>
    all?.find((one) => one.ref === ref)?.pieces ?? [];
  const refs = new Set([...then, ...(now ?? [])].map(({ ref }) => ref));
  return [...refs].flatMap((ref) => {
    const [was, is] = [piecesOf(then, ref), piecesOf(now, ref)];
    return [
      ...is.filter((text) => !was.includes(text)).map((text) => `${ref} is shown by ${text} now.`),
      ...was.filter((text) => !is.includes(text)).map((text) => `${ref} is no longer shown by ${text}.`),
    ];
  });
}

/** What is approved and what is frozen say the same of a document: that it is in force. */
function nameState(state: PicturedDocument["state"]): string {
  return state === "draft" ? "a draft" : "approved";
}

function dayOf(text: string | null): string {
  const day = parseDay(text ?? "");
  return day ? formatDay(day) : "an unknown day";
}

function join(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
