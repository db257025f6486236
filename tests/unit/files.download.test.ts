import { expect, test } from "vitest";
import { downloadHeaders } from "@/lib/files/download";

const file = { name: "Prüfung.pdf", mediaType: "application/pdf", size: 1200, wantsOpen: false };

test("a file is downloaded under its own name, and runs nothing on our address", () => {
  expect(downloadHeaders(file)).toEqual({
    "content-type": "application/pdf",
    "content-length": "1200",
    "content-disposition": "attachment; filename=\"Pr_fung.pdf\"; filename*=UTF-8''Pr%C3%BCfung.pdf",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
  });
});

test("a PDF is shown when it is asked for, and still loads nothing", () => {
  const headers = downloadHeaders({ ...file, wantsOpen: true });
  expect(headers["content-disposition"]).toMatch(/^inline;/);
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none';/);
});

test("text that could hold script is never shown, whatever is asked for", () => {
  const headers = downloadHeaders({ ...file, name: "a.txt", mediaType: "text/plain", wantsOpen: true });
  expect(headers["content-disposition"]).toMatch(/^attachment;/);
  expect(headers["content-security-policy"]).toMatch(/^sandbox;/);
});
