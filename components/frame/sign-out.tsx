"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type Device = typeof import("@/lib/device/device-store");

/** Loaded when somebody signs out: few pages need the store of the device. */
const loadDevice = async (): Promise<Device | null> =>
  typeof indexedDB === "undefined" ? null : await import("@/lib/device/device-store");
const loadSending = () => import("@/lib/device/send-drafts");
const loadSaving = () => import("@/lib/device/save-to-file");

/** For a page that must be left without network too: brings in beforehand what signing out loads. */
export async function loadForSigningOut(): Promise<void> {
  await Promise.all([loadDevice(), loadSending(), loadSaving()]);
}

/**
 * Signs out and leaves nothing on the device. Where findings wait here that the server does not have, it asks first:
 * without the person who wrote them nobody can send them.
 */
export function SignOut({
  personId,
  signOut,
}: {
  personId: string;
  signOut: (form: FormData) => Promise<void>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isCleared = useRef(false);
  const [unsent, setUnsent] = useState(0);
  const [said, setSaid] = useState("");

  async function leave() {
    const device = await loadDevice();
    await device?.wipeDevice();
    isCleared.current = true;
    form.current?.requestSubmit();
  }

  async function ask() {
    const device = await loadDevice();
    const waiting = device ? await device.listDrafts(personId) : [];
    setUnsent(waiting.length);
    if (waiting.length === 0) return await leave();
    setSaid("");
    dialog.current?.showModal();
  }

  function onSubmit(event: FormEvent) {
    if (isCleared.current) return;
    event.preventDefault();
    void ask();
  }

  async function send() {
    const device = await loadDevice();
    if (!device) return;
    const { sendAll } = await loadSending();
    await sendAll(device, personId);
    const left = await device.listDrafts(personId);
    setUnsent(left.length);
    if (left.length === 0) await leave();
    else setSaid("They could not be sent. Save them to a file, or stay signed in and try again.");
  }

  async function save() {
    const device = await loadDevice();
    const { saveToFile } = await loadSaving();
    if (device) saveToFile(await device.listDrafts(personId));
    setSaid("Saved to drafts.txt. Photos are not in it.");
  }

  return (
    <>
      <form ref={form} action={signOut} onSubmit={onSubmit} className="px-2.5 pt-3 pb-1">
        <Button type="submit" size="small">
          Sign out
        </Button>
      </form>
      <dialog
        ref={dialog}
        aria-labelledby="unsent-title"
        className="m-auto max-w-md rounded-card border border-control bg-surface p-5 text-text"
      >
        <div className="space-y-4">
          <h2 id="unsent-title" className="font-bold">
            {unsent === 1
              ? "1 finding on this device is not sent"
              : `${unsent} findings on this device are not sent`}
          </h2>
          <p>Signing out removes what is kept on this device.</p>
          <p role="status" className="text-muted">
            {said}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={() => void send()}>
              Send and sign out
            </Button>
            <Button onClick={() => void save()}>Save to a file</Button>
            <Button variant="danger" onClick={() => void leave()}>
              Delete and sign out
            </Button>
            <Button variant="quiet" onClick={() => dialog.current?.close()}>
              Stay signed in
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
