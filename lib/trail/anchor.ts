import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type AnchoredHead, sha256 } from "./chain";

/** The head of one trail at an instant, signed by itself: it proves nothing about, and shows nothing of, other trails. */
export interface SignedHead extends AnchoredHead {
  anchor: string;
  project: string;
  /** The demonstration may be removed as a whole; then its anchored trails are rightly gone. */
  demo: boolean;
  /** Base64 of the Ed25519 key in DER (SPKI). */
  publicKey: string;
  signature: string;
}

/** All heads of an installation at an instant, signed together, and tied to the anchor before. */
export interface Anchor {
  /** JSON of id, instant, previous hash and the heads by project; the very text that is signed. */
  content: string;
  hash: string;
  publicKey: string;
  signature: string;
}

export interface AnchorContent {
  anchor: string;
  at: string;
  /** Hash of the anchor before; null for the first. */
  previous: string | null;
  heads: { project: string; no: number; hash: string; demo: boolean }[];
}

/** The text of a head that is signed: its keys in this order, without spaces. */
export function textOfHead({
  anchor,
  at,
  project,
  no,
  hash,
  demo,
}: Omit<SignedHead, "publicKey" | "signature">) {
  return JSON.stringify({ certtrail: "trail head", anchor, at, demo, hash, no, project });
}

/** The same for a whole anchor. Heads stand in the order of their projects' ids. */
export function textOfAnchor({ anchor, at, previous, heads }: AnchorContent): string {
  const inOrder = heads
    .toSorted((one, two) => (one.project < two.project ? -1 : 1))
    .map(({ project, no, hash, demo }) => ({ demo, hash, no, project }));
  return JSON.stringify({ certtrail: "trail anchor", anchor, at, heads: inOrder, previous });
}

/** Signs an anchor whole and the given heads each by itself. */
export function signAnchor(
  content: AnchorContent,
  singly: readonly AnchorContent["heads"][number][],
  privateKey: KeyObject,
): { anchor: Anchor; heads: SignedHead[] } {
  const publicKey = exportKey(createPublicKey(privateKey));
  const signed = (text: string) => ({
    publicKey,
    signature: sign(null, Buffer.from(text), privateKey).toString("base64"),
  });
  const text = textOfAnchor(content);
  return {
    anchor: { content: text, hash: sha256(text), ...signed(text) },
    heads: singly.map((head) => {
      const whole = { ...head, anchor: content.anchor, at: content.at };
      return { ...whole, ...signed(textOfHead(whole)) };
    }),
  };
}

export function isHeadSigned(head: SignedHead): boolean {
  return isSigned(textOfHead(head), head);
}

/** Whether an anchor's text, hash and signature belong together. */
export function isAnchorSigned(anchor: Anchor): boolean {
  return sha256(anchor.content) === anchor.hash && isSigned(anchor.content, anchor);
}

function isSigned(text: string, { publicKey, signature }: { publicKey: string; signature: string }): boolean {
  const key = readKey(publicKey);
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}

/** The Ed25519 key of a text; null for a text that is none: what it "signed" is not signed. */
function readKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

export function exportKey(publicKey: KeyObject): string {
  return publicKey.export({ format: "der", type: "spki" }).toString("base64");
}

/** A short name of a key, for people to compare: "3f0c 91aa 77d2 04be" */
export function fingerprint(publicKey: string): string {
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * Checks that the anchors are whole and follow each other, in the order of their instants. Returns the first fault as
 * a sentence.
 */
export function checkAnchors(anchors: readonly Anchor[]): string | null {
  let last: { at: string; hash: string } | null = null;
  for (const anchor of anchors) {
    const { at, previous } = JSON.parse(anchor.content) as AnchorContent;
    if (!isAnchorSigned(anchor)) return `The anchor of ${at} does not carry its signature: it was changed.`;
    if (last && previous !== last.hash) return `Between the anchors of ${last.at} and ${at} one is missing.`;
    if (!last && previous !== null) return `Before the anchor of ${at} one is missing.`;
    last = { at, hash: anchor.hash };
  }
  return null;
}
