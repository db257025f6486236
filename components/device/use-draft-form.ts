"use client";

import { type FormEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { v7 as makeId } from "uuid";
import { deviceNow } from "@/lib/device/device-clock";
import {
  type DeviceDraft,
  type DraftWords,
  draftFields,
  saysSomething,
  wordsOf,
} from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";

/** Whose drafts a form makes, and of which audit. */
export type DraftPlace = Pick<DeviceDraft, "personId" | "org" | "project" | "audit" | "place">;

/** What a form begins with: a draft of the server or of the device, or nothing but the place of the last finding. */
export interface DraftStart {
  id: string;
  baseVersion: number | null;
  words: DraftWords;
}

/** A pause this long while typing keeps what stands there on the device. */
const PAUSE_MS = 300;

function readWords(form: HTMLFormElement): DraftWords {
  return wordsOf(Object.fromEntries(new FormData(form)));
}

/**
 * The life of the logger's form: what is typed is on the device a third of a second later and is there again when the
 * page is, and saving it makes it wait to be sent. The fields keep their own values; `generation` makes them anew.
 */
export function useDraftForm(place: DraftPlace, first: Omit<DraftStart, "id"> & { id?: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [start, setStart] = useState<DraftStart>(() => ({ ...first, id: first.id ?? makeId() }));
  const [generation, setGeneration] = useState(0);
  const [problem, setProblem] = useState("");
  const [hasPhotos, setHasPhotos] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { personId, audit } = place;
  const editedId = first.id;

  const begin = useCallback((next: DraftStart) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setStart(next);
    setGeneration((count) => count + 1);
    setProblem("");
    setHasPhotos(false);
  }, []);

  // A typed one that was never saved goes on where it stopped.
  useEffect(() => {
    if (!shelf.canKeep()) return;
    let isGone = false;
    void shelf.listDrafts(personId).then((drafts) => {
      const fits = ({ state, id, baseVersion, ...draft }: DeviceDraft) =>
        state === "typing" && draft.audit === audit && (editedId ? id === editedId : baseVersion === null);
      const typed = drafts.filter(fits).at(-1);
      if (typed && !isGone) begin(typed);
    });
    return () => {
      isGone = true;
    };
  }, [personId, audit, editedId, begin]);

  /** Keeps words on the device. Returns why it cannot, or nothing. */
  async function put(words: DraftWords, state: "typing" | "waiting"): Promise<string> {
    const { id, baseVersion } = start;
    const draft = { ...place, id, baseVersion, words, state };
    try {
      await shelf.putDraft({ ...draft, requestId: makeId(), savedAt: deviceNow() });
      return "";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return "This device has no room left for what you typed. Free some, then save it again.";
    }
  }

  async function keepTyped(isPhotoThere = hasPhotos): Promise<void> {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current || !shelf.canKeep()) return;
    const words = readWords(form.current);
    if (saysSomething(words) || isPhotoThere) setProblem(await put(words, "typing"));
    else await shelf.removeDraft(start.id);
  }

  const latest = useRef(keepTyped);
  latest.current = keepTyped;
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden" && timer.current) void latest.current();
    };
    document.addEventListener("visibilitychange", leave);
    return () => document.removeEventListener("visibilitychange", leave);
  }, []);
  // A link inside the product takes the page away while the form still holds the last letters.
  useLayoutEffect(
    () => () => {
      if (timer.current) void latest.current();
    },
    [],
  );

  return {
    form,
    start,
    generation,
    problem,
    setHasPhotos,
    /** Goes on with another draft; what stands in the form stays on the device. */
    async switchTo(next: DraftStart): Promise<void> {
      await keepTyped();
      begin(next);
    },
    /** To be called with each letter: keeps the text once a pause comes. */
    onInput(_event: FormEvent<HTMLFormElement>) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current(), PAUSE_MS);
    },
    /**
     * Makes the draft wait to be sent and empties the form but for the place, at once: whoever types on types into the
     * next one. What the device could not keep stands in the form again. Returns whether it is on the device.
     */
    async save(): Promise<boolean> {
      clearTimeout(timer.current);
      if (!form.current) return false;
      const words = readWords(form.current);
      if (!shelf.canKeep()) {
        setProblem("This browser keeps nothing, as in a private window. Use another window to log findings.");
        return false;
      }
      if (!saysSomething(words) && !hasPhotos) {
        setProblem("Write what you saw, or take a photo of it. Then save it.");
        return false;
      }
      const { siteId, process } = words;
      flushSync(() => begin({ id: makeId(), baseVersion: null, words: wordsOf({ siteId, process }) }));
      form.current.querySelector<HTMLElement>(`[name=${draftFields[0]}]`)?.focus();
      const refusal = await put(words, "waiting");
      if (!refusal) return true;
      begin({ ...start, words });
      setProblem(refusal);
      return false;
    },
    /** Keeps the draft now that a photo belongs to it. */
    keepWithPhoto: () => void keepTyped(true),
  };
}
