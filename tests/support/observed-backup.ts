import type { FindingDraft } from "@/lib/store/findings";

/** What an auditor saw, complete enough to be issued. */
export const backup: FindingDraft = {
  grade: "major",
  requirementRef: "A.8.13",
  subRef: null,
  statement: "Backups are taken but never restored for a test.",
  evidence: "The backup log of February shows 28 jobs and no restore.",
  siteId: null,
  process: "IT operations",
};
