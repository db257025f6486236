import { now } from "@/lib/clock";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { downloadHeaders } from "@/lib/files/download";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { writeXlsx } from "@/lib/sheets/write-xlsx";

/** Rows to take away, with what they are called. */
export interface NamedRows {
  name: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly (string | null)[])[];
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The rows as csv, or as xlsx with `?format=xlsx`; 404 for who may not read them, without a word about whether they exist. */
export async function answerSheet(
  request: Request,
  what: string,
  read: () => Promise<NamedRows>,
): Promise<Response> {
  try {
    const { name, columns, rows } = await read();
    const isBook = new URL(request.url).searchParams.get("format") === "xlsx";
    const bytes = isBook
      ? await writeXlsx({ name, columns, rows }, now())
      : Buffer.from([csvHead(columns.map(({ label }) => label)), ...rows.map(csvRow)].join(""));
    const mediaType = isBook ? XLSX : "text/csv; charset=utf-8";
    const file = { name: `${name}.${isBook ? "xlsx" : "csv"}`, mediaType, wantsOpen: false };
    return new Response(new Uint8Array(bytes), {
      headers: downloadHeaders({ ...file, size: bytes.byteLength }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return text(404, "This does not exist, or you cannot open it.");
    }
    return text(500, `We could not write the ${what}. Try again. Reference ${logFailure(error, what)}.`);
  }
}

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
