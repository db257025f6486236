"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from "react";
import { DeviceList } from "@/components/device/device-list";
import { DraftPhotos } from "@/components/device/draft-photos";
import { SaveLine } from "@/components/device/save-line";
import { useDevice } from "@/components/device/use-device";
import { type DraftPlace, useDraftForm } from "@/components/device/use-draft-form";
import { DraftFields } from "@/components/finding/draft-fields";
import { loadForSigningOut } from "@/components/frame/sign-out";
import { Button, LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FormContextProvider } from "@/components/ui/form-context";
import type { ComboOption } from "@/components/ui/match-options";
import { clockTime, deviceNow } from "@/lib/device/device-clock";
import type { DraftWords } from "@/lib/device/device-draft";
import { keepPageOffline } from "@/lib/device/offline-pages";

const GRADE_KEYS: Record<string, string> = { 1: "major", 2: "minor", 3: "opportunity", 4: "conformity" };

export interface LoggerFormProps {
  place: DraftPlace;
  /** The draft of the server that is edited; null for a new one. */
  edited: { id: string; version: number; words: DraftWords } | null;
  /** What a new one begins with: where the last finding was. */
  blank: DraftWords;
  requirements: ComboOption[];
  sites: { id: string; name: string }[];
  /** The page without a draft in its address. */
  loggerHref: string;
  signInHref: string;
}

/**
 * Where an auditor writes down what is seen (ux S8). Saving means: on this device, at once, with or without network; the
 * sending comes after it and is told in one line.
 */
export function LoggerForm({ place, edited, blank, ...page }: LoggerFormProps) {
  const router = useRouter();
  const formId = useId();
  const [isAlive, setAlive] = useState(false);
  const [line, setLine] = useState("");
  const [isOffline, setOffline] = useState(false);
  const draft = useDraftForm(
    place,
    edited
      ? { id: edited.id, baseVersion: edited.version, words: edited.words }
      : { baseVersion: null, words: blank },
  );
  const device = useDevice(place.personId, (count) => {
    setLine(`${count === 1 ? "Sent" : `${count} sent`} ${clockTime(deviceNow())}`);
    // The page as the server has it now: the list of drafts is its.
    router.refresh();
  });

  useEffect(() => {
    setAlive(true);
    let isGone = false;
    void loadForSigningOut()
      .then(keepPageOffline)
      .then((kept) => {
        if (!isGone) setOffline(kept);
      });
    return () => {
      isGone = true;
    };
  }, []);

  async function save() {
    setLine("");
    if (!(await draft.save())) return;
    setLine(`Saved on this device ${clockTime(deviceNow())}`);
    void navigator.storage?.persist?.();
    await device.send();
    if (edited && navigator.onLine) router.push(page.loggerHref);
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
    const target = event.target as HTMLInputElement;
    const grade = target.type === "radio" ? GRADE_KEYS[event.key] : undefined;
    if (grade) event.currentTarget.querySelector<HTMLInputElement>(`[value=${grade}]`)?.click();
  }

  return (
    <div className="space-y-5">
      <FormContextProvider value={{ formId, errors: {}, holdSubmit: () => undefined }}>
        <form
          ref={draft.form}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void save();
          }}
          onInput={draft.onInput}
          onChange={draft.onInput}
          onKeyDown={onKeyDown}
          noValidate
          className="max-w-form space-y-5"
        >
          <div key={draft.generation} className="space-y-5">
            <DraftFields requirements={page.requirements} sites={page.sites} defaults={draft.start.words} />
            <DraftPhotos
              draftId={draft.start.id}
              onChange={(count) => {
                draft.setHasPhotos(count > 0);
                if (count > 0) draft.keepWithPhoto();
              }}
            />
          </div>
          {draft.problem && (
            <div role="alert">
              <Callout tone="danger">{draft.problem}</Callout>
            </div>
          )}
          <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-border border-t bg-surface py-3">
            <Button type="submit" variant="primary" disabled={!isAlive}>
              Save draft
            </Button>
            {edited && (
              <LinkButton href={page.loggerHref} variant="quiet">
                Log a new one
              </LinkButton>
            )}
            <SaveLine
              line={line}
              rest={device.rest}
              drafts={device.drafts ?? []}
              signInHref={page.signInHref}
            />
          </div>
          <noscript>
            <p className="text-muted">Findings are logged with script: they are kept on the device first.</p>
          </noscript>
        </form>
      </FormContextProvider>
      <DeviceList
        drafts={device.drafts ?? []}
        audit={place.audit}
        openId={draft.start.id}
        onEdit={(start) => void draft.switchTo(start)}
        onSend={() => void device.send()}
      />
      {isOffline && (
        <p className="text-meta text-subtle">This page opens on this device without network too.</p>
      )}
    </div>
  );
}
