import { openFile } from "@/lib/files/folder";
import { canOpen } from "@/lib/files/limits";
import { dispositionName } from "@/lib/files/name";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { findFile } from "@/lib/store/files";

interface Context {
  params: Promise<{ org: string; project: string; file: string }>;
}

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** A page of ours may not frame the file, and the file may load and run nothing. A PDF does not show in a sandbox. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";
const NO_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Hands out a file as a download: its bytes are somebody's, so no browser may run them on our address. With `?open` a
 * PDF or a picture is shown instead; its bytes were checked to be that when it came.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { org, project, file } = await params;
    const found = await findFile(await requireActor(org), project, file);
    const bytes = await openFile(found.keeper, found.sha256);
    if (!bytes) return text(410, "The bytes of this file are missing. Restore them from a backup.");
    const isOpened = new URL(request.url).searchParams.has("open") && canOpen(found.mediaType);
    return new Response(bytes, {
      headers: {
        "content-type": found.mediaType,
        "content-length": String(found.size),
        "content-disposition": `${isOpened ? "inline" : "attachment"}; ${dispositionName(found.name)}`,
        "content-security-policy": isOpened ? NO_SANDBOX : SANDBOX,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return text(404, "This does not exist, or you cannot open it.");
    }
    return text(500, `We could not open the file. Try again. Reference ${logFailure(error, "download")}.`);
  }
}
