import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import {
  checkRegister,
  countRegister,
  isReviewOverdue,
  type RegisterEntry,
} from "@/lib/preparation/register";
import {
  type PicturedDocument,
  type RegisterContent,
  tellDifferences,
} from "@/lib/preparation/register-picture";
import { mandatoryDocuments } from "@/lib/standards/documents";

const wanted = mandatoryDocuments("iso-27001-2022");
const entry = (id: string, state: RegisterEntry["state"], answers: string[]): RegisterEntry => ({
  ...{ id, title: id, state, answers },
});

describe("the register against what the standard asks for", () => {
  test("an empty register lacks the 18 documents that are always asked for; what rests on a control is not decided", () => {
    const lines = checkRegister(wanted, []);
    expect(countRegister(lines)).toEqual({ approved: 0, draft: 0, missing: 18, all: 18 });
    expect(
      lines.filter(({ standing }) => standing === "undecided").map((line) => line.wanted.clause),
    ).toEqual([...["A.5.9", "A.5.10", "A.5.26", "A.5.31", "A.5.37", "A.6.6", "A.8.9", "A.8.27"]]);
  });

  test("one document answers several; a draft beside an approved one does not hold it back", () => {
    const lines = checkRegister(wanted, [
      entry("manual", "frozen", ["scope", "policy"]),
      entry("policy-2", "draft", ["policy", "objectives"]),
    ]);
    const standing = Object.fromEntries(lines.map((line) => [line.wanted.id, line.standing]));
    expect(standing).toMatchObject({
      ...{ scope: "approved", policy: "approved", objectives: "draft", competence: "missing" },
    });
    expect(lines.find((line) => line.wanted.id === "policy")?.documents.map(({ id }) => id)).toEqual([
      "manual",
      "policy-2",
    ]);
    expect(countRegister(lines)).toEqual({ approved: 2, draft: 1, missing: 15, all: 18 });
  });

  test("a control that is applicable makes its document needed; one that is not makes none", () => {
    const applicable = new Map([
      ["A.5.9", true],
      ["A.5.10", false],
      ["A.5.26", false],
    ]);
    const lines = checkRegister(wanted, [entry("incidents", "approved", ["incident-procedures"])], {
      applicable,
    });
    const standing = Object.fromEntries(lines.map((line) => [line.wanted.id, line.standing]));
    expect(standing).toMatchObject({
      ...{ "asset-inventory": "missing", "acceptable-use": "not_needed", confidentiality: "undecided" },
      // It is there, whether it is needed or not, and is not counted.
      "incident-procedures": "approved",
    });
    expect(countRegister(lines)).toEqual({ approved: 0, draft: 0, missing: 19, all: 19 });
  });

  test("what the record holds itself is not missing, and a draft beside it holds nothing back", () => {
    const recorded = new Set(["internal-audit", "soa"]);
    const lines = checkRegister(wanted, [entry("soa", "draft", ["soa"])], { recorded });
    const standing = Object.fromEntries(lines.map((line) => [line.wanted.id, line.standing]));
    expect(standing).toMatchObject({ "internal-audit": "recorded", soa: "recorded", scope: "missing" });
    expect(countRegister(lines)).toEqual({ approved: 2, draft: 0, missing: 16, all: 18 });
  });

  test("a review is overdue from the day after", () => {
    expect(isReviewOverdue(day("2027-03-01"), day("2027-03-01"))).toBe(false);
    expect(isReviewOverdue(day("2027-03-01"), day("2027-03-02"))).toBe(true);
    expect(isReviewOverdue(null, day("2027-03-02"))).toBe(false);
  });
});

describe("what is different from what the auditor got, in words", () => {
  const document = (more: Partial<PicturedDocument> = {}): PicturedDocument => ({
    ...{
      id: "1",
      title: "Policy",
      clause: null,
      answers: ["policy"],
      versionLabel: "1.0",
      state: "approved",
    },
    ...{ owner: "Ana Ruiz", author: "Sam Okafor", approver: "Ana Ruiz", approvedOn: "2027-01-20" },
    ...{ file: { name: "policy.pdf", sha256: "a" }, link: null },
    ...more,
  });
  const content = (more: Partial<RegisterContent> = {}): RegisterContent => ({
    ...{ standard: "ISO/IEC 27001:2022", documents: [document()], soa: null, missing: ["Scope of the ISMS"] },
    ...more,
  });
  const changed = (more: Partial<PicturedDocument>) =>
    tellDifferences(content(), content({ documents: [document(more)] }));

  test("nothing changed says nothing, and freezing is no change", () => {
    expect(tellDifferences(content(), content())).toEqual([]);
    expect(changed({ state: "frozen" })).toEqual([]);
  });

  test.each([
    [
      { versionLabel: "1.1", state: "draft" as const, approvedOn: null },
      "Policy went from version 1.0 to 1.1 and is a draft now.",
    ],
    [{ file: { name: "policy.pdf", sha256: "b" } }, "Policy has another file."],
    [{ file: null, link: "https://example.com" }, "Policy has no file now and has another link."],
    [{ title: "Security policy" }, "Policy is called Security policy now."],
    [{ owner: null }, "Policy belongs to nobody now."],
    [{ author: "Kim Vale" }, "Policy is written by Kim Vale now."],
    [{ answers: ["policy", "scope"] }, "Policy answers other requirements."],
    [{ approvedOn: "2027-02-01" }, "Policy was approved anew on 1 Feb 2027."],
    [
      { versionLabel: "2", file: { name: "x", sha256: "c" }, approvedOn: "2027-02-01" },
      "Policy went from version 1.0 to 2, was approved anew on 1 Feb 2027 and has another file.",
    ],
  ])("%j", (more, said) => {
    expect(changed(more)).toEqual([said]);
  });

  test("documents that came and went, what is missing, and the Statement of Applicability", () => {
    const soa = { version: "1.0", approvedOn: "2027-01-10", sha256: null };
    const now = content({
      documents: [document({ id: "2", title: "Method" })],
      soa,
      missing: ["Objectives"],
    });
    expect(tellDifferences(content(), now)).toEqual([
      "Policy was removed.",
      "Method, version 1.0, was added (approved).",
      "The Statement of Applicability is version 1.0, approved on 10 Jan 2027 now.",
      "Objectives is missing now.",
      "Scope of the ISMS is no longer missing.",
    ]);
    const renewed = { ...soa, version: "1.1" };
    expect(tellDifferences(content({ soa }), content({ soa: renewed }))).toEqual([
      "The Statement of Applicability is version 1.1, approved on 10 Jan 2027 now; it was 1.0.",
    ]);
    expect(tellDifferences(content({ soa }), content())).toEqual([
      "The Statement of Applicability is not recorded any more.",
    ]);
  });
});
