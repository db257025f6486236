"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as issue from "@/lib/store/finding-issue";
import * as store from "@/lib/store/findings";

const Audit = z.object({ org: z.string(), project: z.string(), audit: z.string() });

const Draft = Audit.extend({
  // What is jotted down in a server room is graded later.
  grade: z
    .enum(["major", "minor", "opportunity", "conformity", ""])
    .optional()
    .transform((grade) => grade || null),
  requirementRef: optionalTextField(MAX_LINE),
  subRef: optionalTextField(MAX_LINE),
  statement: optionalTextField(),
  evidence: optionalTextField(),
  siteId: optionalTextField(MAX_LINE),
  process: optionalTextField(MAX_LINE),
});

const Finding = Audit.extend({ finding: z.string() });

type DraftForm = z.output<typeof Draft>;

const draftOf = ({ grade, requirementRef, subRef, statement, evidence, siteId, process }: DraftForm) => ({
  grade,
  requirementRef,
  subRef,
  statement,
  evidence,
  siteId,
  process,
});

export const saveDraft = action("audit.draftFinding", Draft, async ({ actor, input, submission }) => {
  const { project: projectId, audit: auditId } = input;
  await store.draftFinding(actor, { projectId, auditId, draft: draftOf(input) }, submission);
  return { message: "Draft saved. Only your organisation sees it." };
});

/** What a device kept until it could be sent. It may come more than once, and after others have gone on. */
export const keepDraft = action(
  "audit.draftFinding",
  Draft.extend({
    finding: z.uuid(),
    baseVersion: z.union([z.literal("").transform(() => null), z.coerce.number().int()]),
  }),
  async ({ actor, input, submission }) => {
    const { project: projectId, audit: auditId, finding: findingId, baseVersion } = input;
    const sent = { projectId, auditId, findingId, baseVersion, draft: draftOf(input) };
    const { version } = await store.keepDraft(actor, sent, submission);
    return { version, keepsPage: true };
  },
);

export const editDraft = action(
  "nonconformity.editDraft",
  Draft.extend({ finding: z.string() }),
  async ({ actor, input, submission, version }) => {
    const { org, project: projectId, audit, finding: findingId } = input;
    await store.editDraft(actor, { projectId, findingId, version, draft: draftOf(input) }, submission);
    return { message: "Draft saved.", redirectTo: paths.project(org, projectId).logFinding(audit) };
  },
);

export const discardDraft = action(
  "nonconformity.discardDraft",
  Finding,
  async ({ actor, input, submission, version }) => {
    const { org, project: projectId, audit, finding: findingId } = input;
    await store.discardDraft(actor, { projectId, findingId, version }, submission);
    return { message: "Draft deleted.", redirectTo: paths.project(org, projectId).logFinding(audit) };
  },
);

export const issueFinding = action(
  "nonconformity.raise",
  Finding,
  async ({ actor, input, submission, version }) => {
    const { org, project: projectId, audit, finding: findingId } = input;
    const { number } = await issue.issueFinding(actor, { projectId, findingId, version }, submission);
    // The draft's form is gone with its draft, so the page says it.
    const message = `${number} issued. The client sees it now.`;
    return { message, redirectTo: paths.project(org, projectId).logFinding(audit) };
  },
);

export const issueFindings = action("nonconformity.raise", Audit, async ({ actor, input, submission }) => {
  const { project: projectId, audit: auditId } = input;
  const { numbers, left } = await issue.issueFindings(actor, { projectId, auditId }, submission);
  const rest = left > 0 ? ` ${left} incomplete ${left === 1 ? "draft is" : "drafts are"} left.` : "";
  return { message: `Issued: ${numbers.join(", ")}.${rest}` };
});
