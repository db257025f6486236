/** What each figure of the benchmark may be at most, what it aims at, and how both are told. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clone } from "../../scripts/data-folder.mjs";

const GATES = {
  B1: { what: "requests/s, empty page ÷ findings list of 50", gate: 1.6, aim: 1.15 },
  "B1 rows": { what: "requests/s, the same rows as fixed text ÷ findings list of 50", gate: 2.5, aim: 1.6 },
  B2: { what: "requests/s, bare http and pg ÷ findings list of 50", gate: 12, aim: 9 },
  B5a: { what: "milliseconds, 10,000 risks imported from xlsx ÷ COPY of their rows", gate: 6, aim: 3.5 },
  B6: { what: "milliseconds, ten reads of the store ÷ their statements by pg alone", gate: 2, aim: 1.15 },
  B7: {
    what: "requests/s, findings list without the policies of row level security ÷ with",
    gate: 1.25,
    aim: 1.1,
  },
  B8: { what: "milliseconds, act with a chained entry ÷ with a plain row", gate: 1.35, aim: 1.1 },
  B9: {
    what: "milliseconds, PDF of 1,000 findings in its thread ÷ pdfkit drawing their texts",
    gate: 3,
    aim: 1.5,
  },
  B10: {
    what: "seconds, 200 MB sent to the product ÷ to Node's http, SHA-256 and a file",
    gate: 1.6,
    aim: 1.2,
  },
  "B10 memory": { what: "megabytes by which the web process grew meanwhile", gate: 64, aim: 64 },
  B11: { what: "gzip JavaScript, findings list ÷ empty page", gate: 1.25, aim: 1.25 },
  B12: { what: "p95 of the findings list while such a report is written ÷ without", gate: 2, aim: 1.5 },
  "B13 first": { what: "seconds from a first start to a signed-in page", gate: 8, aim: 8 },
  "B13 later": { what: "seconds from a later start to a signed-in page", gate: 3, aim: 3 },
};

/** Writes the figures to bench-results.json and to the screen, and says which miss their gate. */
export function reportFigures(figures) {
  const results = Object.entries(GATES).map(([id, gate]) => ({
    id,
    ...gate,
    figure: Number(figures[id].toFixed(2)),
  }));
  writeFileSync(join(clone, "bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${"".padEnd(10)} ${"figure".padStart(7)} ${"gate".padStart(6)} ${"aim".padStart(6)}`);
  for (const { id, what, gate, aim, figure } of results) {
    const verdict = figure <= gate ? "" : "  misses its gate";
    console.log(
      `${id.padEnd(10)} ${String(figure).padStart(7)} ${String(gate).padStart(6)} ${String(aim).padStart(6)}  ${what}${verdict}`,
    );
  }
}
