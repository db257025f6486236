import PDFDocument from "pdfkit";
import { faces, loadFace } from "./fonts";

type Options = Omit<PDFKit.PDFDocumentOptions, "subset">;
/** What the typings, which follow an older version, do not know yet. */
type Known = PDFKit.PDFDocumentOptions;

/** A document that says it can be read out (PDF/UA), with the faces embedded as far as they are used. */
export function openDocument(options: Options): PDFKit.PDFDocument {
  const readable = { ...options, subset: "PDF/UA", tagged: true, pdfVersion: "1.7" };
  const doc = new PDFDocument(readable as unknown as Known);
  // Given as read, so that a thread reads each face once and not once a paper.
  for (const face of faces) doc.registerFont(face, loadFace(face) as unknown as PDFKit.Mixins.PDFFontSource);
  return doc;
}
