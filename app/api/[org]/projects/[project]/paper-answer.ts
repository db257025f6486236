import type { Actor } from "@/lib/actor";
import { currentDay, now } from "@/lib/clock";
import type { Day } from "@/lib/day";
import { downloadHeaders } from "@/lib/files/download";
import { answerNotThere, answerPlainly } from "@/lib/http/plain-answer";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut, TooMany } from "@/lib/outcome";
import type { Paper } from "@/lib/papers/paper";
import { type PaperFormat, printPaper } from "@/lib/print/print-paper";
import { requireActor } from "@/lib/session/require-actor";
import { type ListedCorrections, listCorrections } from "@/lib/store/corrective-actions";
import { countTry } from "@/lib/store/throttles";

/** A paper for who asks, with what its file is called. */
export interface AskedPaper {
  actor: Actor;
  paper: Paper;
  name: string;
  /** Leaves word of it before a byte goes out. */
  record?: () => Promise<void>;
}

const mediaTypes: Record<PaperFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The paper as a PDF, or as a Word file with `?format=docx`; 404 for who may not read it, without a word about whether it exists. */
export async function answerPaper(request: Request, read: () => Promise<AskedPaper>): Promise<Response> {
  try {
    const { actor, paper, name, record } = await read();
    const wanted = new URL(request.url).searchParams.get("format") ?? "pdf";
    if (!isFormat(wanted)) return answerPlainly(400, "Ask for format=pdf or format=docx.");
    await countTry("paper", { account: actor.personId, organisation: actor.organisationId }, now());
    const bytes = await printPaper(paper, wanted);
    await record?.();
    const file = { name: `${name}.${wanted}`, mediaType: mediaTypes[wanted], wantsOpen: false };
    return new Response(new Uint8Array(bytes), {
      headers: downloadHeaders({ ...file, size: bytes.byteLength }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) return answerNotThere();
    if (error instanceof TooMany) return answerPlainly(429, error.sentence);
    const reference = logFailure(error, "paper");
    return answerPlainly(500, `We could not write the file. Try again. Reference ${reference}.`);
  }
}

const isFormat = (text: string): text is PaperFormat => Object.hasOwn(mediaTypes, text);

/** The version that an address asks for; null where it asks for none. Throws NotThere for what is no number of a version. */
export function askedVersion(request: Request): number | null {
  const text = new URL(request.url).searchParams.get("version");
  if (text === null) return null;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotThere();
  return Number(text);
}

/** What stands in the register, or about the finding an address asks for, as a paper of this kind. */
export async function answerCorrections(
  request: Request,
  org: string,
  project: string,
  paperOf: (listed: ListedCorrections, today: Day) => Paper,
): Promise<Response> {
  return await answerPaper(request, async () => {
    const actor = await requireActor(org);
    const finding = new URL(request.url).searchParams.get("finding");
    const listed = await listCorrections(actor, project, finding);
    const paper = paperOf(listed, currentDay(listed.record.timeZone));
    return { actor, paper, name: paper.title };
  });
}
