/**
 * What writing a report of a thousand findings costs in its thread over pdfkit alone drawing the same texts, without tags,
 * bookmarks or tables. Lays the report down as issued, for who asks for it afterwards. Prints one line of JSON: milliseconds of
 * each round, and the audit.
 */
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import pg from "pg";
import type { ReportContent } from "@/lib/documents/audit-report";
import { paperOfReport } from "@/lib/papers/report-paper";
import { faces, loadFace } from "@/lib/print/pdf/fonts";
import { printPaper } from "@/lib/print/print-paper";
import { requirementInWords } from "@/lib/standards/requirements";
import { newId } from "@/lib/store/new-id";
import { pool } from "@/lib/store/pool";
import { hashReport } from "@/lib/store/report-content";
import { manyFindings, sampleReport } from "../support/sample-report";

const ROUNDS = 9;
const FINDINGS = 1_000;

const [projectId = ""] = process.argv.slice(2);
const content = sampleReport(manyFindings(FINDINGS));
const sha256 = hashReport(content);
const day = content.issued?.on;
if (!day) throw new Error("The sample is not issued.");
const paper = paperOfReport(content, { sha256, day });

/** The same texts in the same faces and sizes, one below the other. */
async function drawBare({ standardId, findings }: ReportContent): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: "A4", margin: 54 });
  for (const face of faces) doc.registerFont(face, loadFace(face) as unknown as PDFKit.Mixins.PDFFontSource);
  const bytes = buffer(doc);
  const draw = (face: string, size: number, text: string | null) =>
    doc
      .font(face)
      .fontSize(size)
      .text(text ?? "–");
  for (const { number, grade, requirementRef, subRef, site } of findings)
    draw(
      "regular",
      8.75,
      `${number} ${grade} ${requirementInWords(standardId, requirementRef, subRef)} ${site}`,
    );
  for (const {
    number,
    grade,
    requirementRef,
    subRef,
    statement,
    evidence,
    site,
    process,
    planDueOn,
  } of findings) {
    draw("strong", 10.5, `${number} ${grade}`);
    draw("strong", 10.5, requirementInWords(standardId, requirementRef, subRef));
    for (const [title, text] of [
      ["Statement", statement],
      ["Objective evidence", evidence],
      ["Place", `${site} ${process}`],
      ["Limits", planDueOn ?? null],
    ] as const) {
      draw("strong", 8.5, title);
      draw("regular", 9.5, text);
    }
  }
  doc.end();
  return await bytes;
}

async function take(work: () => Promise<Uint8Array>): Promise<number> {
  const begun = performance.now();
  const bytes = await work();
  if (bytes.byteLength < 200_000) throw new Error(`${bytes.byteLength} bytes hold no ${FINDINGS} findings.`);
  return performance.now() - begun;
}

const times = { written: [] as number[], bare: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.written.push(await take(() => printPaper(paper, "pdf")));
  times.bare.push(await take(() => drawBare(content)));
}

const owner = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c timezone=UTC" });
await owner.connect();
const { rows } = await owner.query<{ audit: string }>(
  `insert into report (id, audit_id, case_id, project_id, client_id, body_id, version, content, sha256, issued_by_id, issued_on, issued_at)
   select $2, a.id, a.case_id, a.project_id, a.client_id, a.body_id, 1, $3, $4,
     (select f.issued_by_id from finding f where f.audit_id = a.id limit 1), $5, now()
   from audit a where a.project_id = $1 returning audit_id as audit`,
  [projectId, newId(), content, sha256, day],
);
console.log(JSON.stringify({ ...times, audit: rows[0]?.audit }));
await owner.end();
await pool().$disconnect();
