/** A file that the server has taken. */
export interface SentFile {
  id: string;
}

/** SHA-256 of a file as lower-case hex; undefined where the browser offers none (a page without https). */
export async function digestFile(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** How one file is sent. */
export interface Sending {
  sha256: string | undefined;
  /** Told the part that has gone out, 0 to 1. */
  onProgress: (part: number) => void;
  /** Stops it: the server keeps nothing of a file that did not arrive whole. */
  signal: AbortSignal;
}

/**
 * Sends one file as the body of a POST, with `x-file-name` (percent-encoded) and `x-sha256`. The server
 * answers 2xx with `{ "id": … }`, or another status with `{ "message": sentence }`. Rejects with an `Error`
 * whose message is a sentence for the person.
 */
export function sendFile(
  url: string,
  file: File,
  { sha256, onProgress, signal }: Sending,
): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    // fetch cannot say how much of the body has gone out.
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    if (sha256) request.setRequestHeader("x-sha256", sha256);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const answer: { id?: unknown; message?: unknown } = request.response ?? {};
      const isTaken = request.status >= 200 && request.status < 300 && typeof answer.id === "string";
      if (isTaken) resolve({ id: String(answer.id) });
      else
        reject(
          new Error(
            typeof answer.message === "string" ? answer.message : "The file was not taken. Try again.",
          ),
        );
    };
    request.onerror = () => reject(new Error("The connection was lost. The file was not sent. Try again."));
    request.onabort = () => reject(new Error("You cancelled this file."));
    signal.addEventListener("abort", () => request.abort());
    if (signal.aborted) reject(new Error("You cancelled this file."));
    else request.send(file);
  });
}
