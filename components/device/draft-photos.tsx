"use client";

import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { v7 as makeId } from "uuid";
import { buttonLook } from "@/components/ui/button";
import type { DevicePhoto } from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";
import { drawAnew, photoName, showable } from "@/lib/device/photo";

/** The most photos of one finding. */
const MAX_PHOTOS = 10;

type Shown = DevicePhoto & { picture: string };

/** Takes photos into a draft, each drawn anew on the device before it is kept, and shows those that wait with it. */
export function DraftPhotos({
  draftId,
  onChange,
}: {
  draftId: string;
  /** Told how many there are, after each change. */
  onChange: (count: number) => void;
}) {
  const inputId = useId();
  const [photos, setPhotos] = useState<Shown[]>([]);
  const [problem, setProblem] = useState("");
  const tell = useRef(onChange);
  tell.current = onChange;
  const told = useRef(0);

  useEffect(() => {
    if (!shelf.canKeep()) return;
    let isGone = false;
    told.current = 0;
    const look = async () => {
      const kept = await shelf.listPhotos(draftId);
      const shown = await Promise.all(
        kept.map(async (photo) => ({ ...photo, picture: await showable(photo.bytes) })),
      );
      if (isGone) return;
      setPhotos(shown);
      // Whoever is told may keep something, and the device then says that it changed: only a change goes on.
      if (told.current === shown.length) return;
      told.current = shown.length;
      tell.current(shown.length);
    };
    const lookAgain = () => void look();
    lookAgain();
    window.addEventListener(shelf.CHANGED, lookAgain);
    return () => {
      isGone = true;
      window.removeEventListener(shelf.CHANGED, lookAgain);
    };
  }, [draftId]);

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])];
    const failed: string[] = [];
    for (const [index, file] of files.slice(0, MAX_PHOTOS - photos.length).entries()) {
      const bytes = await drawAnew(file);
      const name = photoName(photos.length + index + 1);
      if (bytes) await shelf.putPhoto({ id: makeId(), draftId, name, bytes });
      else failed.push(file.name);
    }
    if (files.length > MAX_PHOTOS - photos.length) setProblem(`Add ${MAX_PHOTOS} photos or fewer.`);
    else if (failed.length > 0)
      setProblem(`${failed.join(", ")} cannot be shown here. Take a JPEG, PNG or WebP.`);
    else setProblem("");
    input.value = "";
  }

  return (
    <div className="space-y-2">
      <input
        id={inputId}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        className="peer sr-only"
        onChange={(event) => void take(event)}
      />
      <label
        htmlFor={inputId}
        className={`${buttonLook("secondary")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2`}
      >
        Add photo
      </label>
      {problem && (
        <p role="alert" className="font-medium text-danger-fg">
          {problem}
        </p>
      )}
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {photos.map(({ id, name, picture }) => (
            <li key={id} className="space-y-1">
              <img src={picture} alt={name} className="h-24 rounded-control border border-border" />
              <button
                type="button"
                className="min-h-6 text-compact text-link underline"
                onClick={() => void shelf.removePhoto(id)}
              >
                Remove {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
