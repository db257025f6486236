/** Runs in a thread of its own (print-paper.ts): takes a paper, gives its bytes, and knows nothing else of the product. */
import { parentPort } from "node:worker_threads";
import type { Paper } from "../papers/paper";
import type { PaperFormat } from "./print-paper";

type Writer = (paper: Paper) => Promise<Uint8Array>;

// Loaded with the first paper of its kind: most threads write one kind alone.
const writers: Record<PaperFormat, () => Promise<Writer>> = {
  pdf: async () => (await import("./pdf/write-pdf")).writePdf,
  docx: async () => (await import("./docx/write-docx")).writeDocx,
};

parentPort?.on("message", async ({ paper, format }: { paper: Paper; format: PaperFormat }) => {
  const write = await writers[format]();
  const bytes = await write(paper);
  parentPort?.postMessage(bytes);
});
