"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type FieldProps, FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";
import { digestFile, sendFile } from "@/components/ui/send-file";
import { useUploadLimit } from "@/components/ui/upload-limit";
import { FILE_ACCEPT, FILE_KINDS_IN_WORDS } from "@/lib/files/limits";
import { sizeInWords } from "@/lib/files/size";

interface Upload {
  key: number;
  file: File;
  /** Part that has gone out, 0 to 1. */
  sent: number;
  id?: string;
  problem?: string;
  /** Stops what is on its way. */
  stop?: () => void;
}

export interface UploadFieldProps extends FieldProps {
  /** Takes the file: see `sendFile` for what is sent and answered. */
  url: string;
  multiple?: boolean;
}

/**
 * Sends files as soon as they are chosen and puts their ids into the form. With `multiple` the name
 * repeats: read it with `asList`. The limit is said before a file is chosen.
 */
export function UploadField(props: UploadFieldProps) {
  const { name, label, hint, optional, url, multiple = false } = props;
  const maxBytes = useUploadLimit();
  const { id, describedBy, holdSubmit, ...field } = useField(name, true);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextKey = useRef(0);

  function change(key: number, part: Partial<Upload>) {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }

  async function send({ key, file }: Upload) {
    const stopping = new AbortController();
    change(key, { problem: undefined, sent: 0, stop: () => stopping.abort() });
    holdSubmit?.(1);
    try {
      const sha256 = await digestFile(file);
      const onProgress = (sent: number) => change(key, { sent });
      const { id: fileId } = await sendFile(url, file, { sha256, onProgress, signal: stopping.signal });
      change(key, { id: fileId, sent: 1 });
    } catch (error) {
      change(key, { problem: error instanceof Error ? error.message : "The file was not sent. Try again." });
    } finally {
      holdSubmit?.(-1);
    }
  }

  function choose(files: FileList) {
    const chosen = Array.from(files, (file): Upload => {
      nextKey.current += 1;
      const isTooLarge = file.size > maxBytes;
      const problem = isTooLarge
        ? `${file.name} is ${sizeInWords(file.size)}. Files can be up to ${sizeInWords(maxBytes)}. Split it or choose a smaller one.`
        : undefined;
      return { key: nextKey.current, file, sent: 0, problem };
    });
    setUploads((all) => (multiple ? [...all, ...chosen] : chosen));
    for (const upload of chosen) if (!upload.problem) void send(upload);
  }

  const limit = `Up to ${sizeInWords(maxBytes)}${multiple ? " each" : ""}, ${FILE_KINDS_IN_WORDS}.`;
  return (
    <FieldShell
      {...{ id, label, optional }}
      hint={
        <>
          {hint} {limit}
        </>
      }
      {...field}
    >
      <input
        id={id}
        type="file"
        accept={FILE_ACCEPT}
        multiple={multiple}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
        className="control max-w-md file:me-3 file:rounded-control file:border file:border-control file:bg-sunken file:px-2.5 file:text-text"
        onChange={(event) => {
          if (event.currentTarget.files) choose(event.currentTarget.files);
          // The same file can be chosen again after a problem.
          event.currentTarget.value = "";
        }}
      />
      <ul className="space-y-1" aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {upload.id && <input type="hidden" name={name} value={upload.id} />}
            <span className="break-all">{upload.file.name}</span>
            <UploadWord upload={upload} />
            {upload.problem && upload.file.size <= maxBytes && (
              <Button size="small" onClick={() => void send(upload)}>
                Send again
              </Button>
            )}
            <RemoveButton
              upload={upload}
              onRemove={() => {
                upload.stop?.();
                setUploads((all) => all.filter((other) => other.key !== upload.key));
              }}
            />
          </li>
        ))}
      </ul>
    </FieldShell>
  );
}

/** Takes a file off the list; one that is still on its way is stopped. */
function RemoveButton({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const word = upload.id || upload.problem ? "Remove" : "Cancel";
  return (
    <Button size="small" variant="quiet" aria-label={`${word} ${upload.file.name}`} onClick={onRemove}>
      {word}
    </Button>
  );
}

function UploadWord({ upload }: { upload: Upload }) {
  if (upload.problem) return <span className="font-medium text-danger-fg">{upload.problem}</span>;
  if (upload.id) return <span className="text-muted">{sizeInWords(upload.file.size)}, added</span>;
  return <progress value={upload.sent} aria-label={`Sending ${upload.file.name}`} className="h-2 w-32" />;
}
