import { ZipFile } from "yazl";
import { listControls, nothingStated, type SoaLine } from "@/lib/soa/statement";

export const ISO_27001 = "iso-27001-2022";

/** A draft in which nothing is stated yet. */
export const emptyDraft = (): SoaLine[] =>
  listControls(ISO_27001).map((control) => ({ ...control, ...nothingStated }));

/** How a file says what every statement says, in one language. */
export interface Language {
  headings: readonly string[];
  yes: string;
  no: string;
  implemented: string;
}

export const english: Language = {
  headings: ["Control ID", "Control Name", "Theme", "Applicable", "Justification", "Implementation Status"],
  ...{ yes: "Yes", no: "No", implemented: "Implemented" },
};
export const german: Language = {
  headings: ["Kontroll-ID", "Kontrollname", "Bereich", "Anwendbar", "Begründung", "Umsetzungsstatus"],
  ...{ yes: "Ja", no: "Nein", implemented: "Umgesetzt" },
};

/** A statement of all 93 controls as people keep it in a file: every one in, A.7.4 left out. */
export function statementRows({ headings, yes, no, implemented }: Language): string[][] {
  const rows = listControls(ISO_27001).map(({ ref, title, theme }) =>
    ref === "A.7.4"
      ? [ref, title, `Theme ${theme}`, no, "No premises of our own", "N/A"]
      : [ref, title, `Theme ${theme}`, yes, "Risk assessment", implemented],
  );
  return [[...headings], ...rows];
}

export const toCsv = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell}"` : cell))
        .join(delimiter),
    )
    .join("\r\n");

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** An xlsx file from the XML of its only sheet, as a hostile program may write it. */
export async function bookOf(
  sheet: string,
  { styles = "", workbook = "", shared = "" } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${MAIN}">${workbook}<sheets><sheet name="SoA" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
  };
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A cell of text in its place. */
export const textCell = (place: string, text: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
