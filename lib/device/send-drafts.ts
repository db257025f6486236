import { type CurrentDraft, type DeviceDraft, type DevicePhoto, inOrder, wordsOf } from "./device-draft";

/** What the server said of a draft, or that it said nothing. */
export type Answer =
  | { kind: "kept"; version: number }
  | { kind: "later" }
  | { kind: "signed-out" }
  | { kind: "stopped"; problem: string }
  | { kind: "conflict"; problem: string; current: CurrentDraft | null };

/** Where drafts are kept while they wait; the browser's store, or a stand-in. */
export interface Shelf {
  listDrafts(personId: string): Promise<DeviceDraft[]>;
  readDraft(id: string): Promise<DeviceDraft | undefined>;
  putDraft(draft: DeviceDraft): Promise<void>;
  removeDraft(id: string): Promise<void>;
  listPhotos(draftId: string): Promise<DevicePhoto[]>;
  removePhoto(id: string): Promise<void>;
}

/** How a round of sending ended: everything gone, wait and try again, or sign in first. */
export type Round = { sent: number; rest: "none" | "later" | "signed-out" };

const LOST = "The server did not take it. Send it again, or save it to a file.";

/**
 * Sends what waits, in the order in which it was written. What the server refuses is kept with its reason and holds up
 * nothing; a lost network or a lost sign-in ends the round, and everything stays.
 */
export async function sendWaiting(shelf: Shelf, personId: string, ask: typeof fetch = fetch): Promise<Round> {
  let sent = 0;
  for (const draft of inOrder(await shelf.listDrafts(personId))) {
    const answer = await sendDraft(draft, ask);
    if (answer.kind === "later" || answer.kind === "signed-out") return { sent, rest: answer.kind };
    const now = await shelf.readDraft(draft.id);
    // Typed on while it was under way: the newer words wait for their own turn, on top of what the server has now.
    if (!now || now.requestId !== draft.requestId) {
      if (now && answer.kind === "kept") await shelf.putDraft({ ...now, baseVersion: answer.version });
      continue;
    }
    if (answer.kind !== "kept") {
      const { kind, ...why } = answer;
      await shelf.putDraft({ ...now, state: kind, ...why });
      continue;
    }
    await shelf.putDraft({ ...now, state: "kept", baseVersion: answer.version });
    const photos = await sendPhotos(shelf, draft, ask);
    if (photos === "later" || photos === "signed-out") return { sent, rest: photos };
    if (photos !== "gone") {
      await shelf.putDraft({
        ...now,
        state: "stopped",
        baseVersion: answer.version,
        problem: photos.problem,
      });
      continue;
    }
    await shelf.removeDraft(draft.id);
    sent += 1;
  }
  return { sent, rest: "none" };
}

/** Sends until nothing waits: what is written while others are on their way goes with them. */
export async function sendAll(shelf: Shelf, personId: string, ask: typeof fetch = fetch): Promise<Round> {
  for (let sent = 0; ; ) {
    const round = await sendWaiting(shelf, personId, ask);
    sent += round.sent;
    if (round.rest !== "none" || round.sent === 0) return { sent, rest: round.rest };
  }
}

function addressOf({ org, project, audit, id }: DeviceDraft): string {
  return `/api/${org}/projects/${project}/audits/${audit}/findings/${id}`;
}

async function sendDraft(draft: DeviceDraft, ask: typeof fetch): Promise<Answer> {
  const { words, baseVersion, requestId } = draft;
  const form = { ...words, baseVersion: baseVersion === null ? "" : String(baseVersion), requestId };
  const response = await tryAsking(ask, addressOf(draft), { method: "PUT", body: new URLSearchParams(form) });
  if (!response) return { kind: "later" };
  const said = await readAnswer(response);
  if (response.ok && typeof said.version === "number") return { kind: "kept", version: said.version };
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 409) {
    return { kind: "conflict", problem: sentenceOf(said), current: currentOf(said.current) };
  }
  if (response.status === 429 || response.status >= 500) return { kind: "later" };
  return { kind: "stopped", problem: sentenceOf(said) };
}

/** "gone" when none is left on the device. */
async function sendPhotos(
  shelf: Shelf,
  draft: DeviceDraft,
  ask: typeof fetch,
): Promise<"gone" | "later" | "signed-out" | { problem: string }> {
  for (const { id, name, bytes } of await shelf.listPhotos(draft.id)) {
    const headers = { "content-type": bytes.type, "x-file-name": encodeURIComponent(name) };
    const response = await tryAsking(ask, `${addressOf(draft)}/photos/${id}`, {
      method: "PUT",
      headers,
      body: bytes,
    });
    if (!response || response.status === 429 || response.status >= 500) return "later";
    if (response.status === 401) return "signed-out";
    if (!response.ok) return { problem: `${name}: ${sentenceOf(await readAnswer(response))}` };
    await shelf.removePhoto(id);
  }
  return "gone";
}

/** A lost network is no answer; anything else that goes wrong here is a fault of ours. */
async function tryAsking(ask: typeof fetch, url: string, options: RequestInit): Promise<Response | null> {
  try {
    return await ask(url, { ...options, redirect: "error" });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

type Said = Record<string, unknown>;

/** What stands in front of the product answers in its own words: they are not ours to show. */
async function readAnswer(response: Response): Promise<Said> {
  try {
    const said: unknown = await response.json();
    return typeof said === "object" && said !== null ? { ...said } : {};
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return {};
    throw error;
  }
}

function sentenceOf({ message, errors, refusals }: Said): string {
  if (typeof message === "string") return message;
  const first = typeof errors === "object" && errors !== null ? Object.values(errors)[0] : undefined;
  if (typeof first === "string") return first;
  const refusal: unknown = Array.isArray(refusals) ? refusals[0] : undefined;
  const sentence = (refusal as { sentence?: unknown } | undefined)?.sentence;
  return typeof sentence === "string" ? sentence : LOST;
}

function currentOf(current: unknown): CurrentDraft | null {
  if (typeof current !== "object" || current === null) return null;
  const { version, ...words } = current as Said;
  return typeof version === "number" ? { version, words: wordsOf(words) } : null;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the next try, after so many in vain: 2 s, 4 s, … 60 s. */
export function waitAfter(triesInVain: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** triesInVain);
}
