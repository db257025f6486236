"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DeviceDraft } from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";
import { type Round, sendAll, waitAfter } from "@/lib/device/send-drafts";

const LOCK = "certtrail-sending";

/** One tab sends at a time; where the browser knows no locks, a draft sent twice is kept once all the same. */
async function sendAlone(personId: string): Promise<Round | null> {
  const { locks } = navigator;
  if (!locks) return await sendAll(shelf, personId);
  return await locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? await sendAll(shelf, personId) : null,
  );
}

/**
 * What a person has on this device, and the sending of it: at once, when the network comes back, when the page is looked
 * at again, and ever more seldom in between. `onSent` is told how many have gone.
 */
export function useDevice(personId: string, onSent: (count: number) => void) {
  const [drafts, setDrafts] = useState<DeviceDraft[] | null>(null);
  const [rest, setRest] = useState<Round["rest"]>("none");
  const inVain = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useRef(onSent);
  tell.current = onSent;

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    if (!shelf.canKeep()) return;
    const round = await sendAlone(personId);
    if (!round) {
      // Somebody sends already, here or in another tab: what came too late for that is looked after soon.
      timer.current = setTimeout(() => void send(), waitAfter(0));
      return;
    }
    setRest(round.rest);
    if (round.sent > 0) tell.current(round.sent);
    inVain.current = round.rest === "later" ? inVain.current + 1 : 0;
    if (round.rest === "later") timer.current = setTimeout(() => void send(), waitAfter(inVain.current - 1));
  }, [personId]);

  useEffect(() => {
    if (!shelf.canKeep()) return setDrafts([]);
    const look = () => void shelf.listDrafts(personId).then(setDrafts);
    const sendSoon = () => {
      if (document.visibilityState === "visible") void send();
    };
    const channel = new BroadcastChannel(shelf.CHANGED);
    channel.onmessage = look;
    window.addEventListener(shelf.CHANGED, look);
    window.addEventListener("online", sendSoon);
    document.addEventListener("visibilitychange", sendSoon);
    look();
    void send();
    return () => {
      channel.close();
      window.removeEventListener(shelf.CHANGED, look);
      window.removeEventListener("online", sendSoon);
      document.removeEventListener("visibilitychange", sendSoon);
      clearTimeout(timer.current);
    };
  }, [personId, send]);

  return { drafts, rest, send };
}
