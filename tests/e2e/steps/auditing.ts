import type { Page } from "playwright-core";
import { act, cannotYet, type Entry, fill, formWith, recordings, refused } from "./form";
import { changesNothing, type Name, type Story } from "./journey";

/** What the client records before Stage 1; the pre-audit is skipped with one act. */
export async function prepare(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/pre-audit");
  await act(ana, "Skip pre-audit");
  await story.open("ana", "{p}/preparation");
  const held = {
    "Carried out by": "Internal audit team",
    "It covers the whole scope of the certification": true,
  };
  await act(ana, "Record internal audit", { "Held on": "2027-02-02", ...held });
  await act(ana, "Record management review", { "Held on": "2027-02-05", ...held });
  await act(ana, "Record version", { Version: "2.0", "Approved on": "2027-02-04" });
}

type Kind = "Stage 1" | "Stage 2";

async function auditId(story: Story, kind: Kind): Promise<string> {
  const [row] = await story.site.query<{ id: string }>(
    "SELECT id FROM audit WHERE project_id = $1 AND kind = $2 ORDER BY created_at DESC LIMIT 1",
    story.projectId,
    kind === "Stage 1" ? "stage1" : "stage2",
  );
  return row?.id ?? "";
}

/** A page of the audit as a person. */
export async function openAudit(story: Story, name: Name, kind: Kind, part = ""): Promise<Page> {
  return await story.open(name, `{p}/audits/${await auditId(story, kind)}${part}`);
}

/** The planner proposes the team, the client accepts it, dates and, for Stage 2, the plan are agreed. */
export async function planAudit(story: Story, kind: Kind, first: string, last: string): Promise<void> {
  const tomas = await story.open("tomas", "{p}/audits");
  await act(tomas, "Create audit", { [kind]: true });
  await openAudit(story, "tomas", kind);
  await act(tomas, "Save team", {
    "Person 1": story.body.people.lena,
    "Role of person 1": "Lead auditor",
    "Person 2": story.body.people.omar,
    "Role of person 2": "Auditor",
    "How the team covers the needed competence": "Both know payment services and information security.",
  });
  await act(tomas, "Propose team");
  const ana = await openAudit(story, "ana", kind);
  await act(ana, "Accept team");
  await openAudit(story, "tomas", kind);
  await act(tomas, "Confirm team");
  await openAudit(story, "tomas", kind, "/plan");
  await act(tomas, "Save dates", {
    "First day": first,
    "Last day": last,
    "Required time": kind === "Stage 1" ? "3" : "8",
    "Planned time": kind === "Stage 1" ? "3" : "8",
    Objectives: kind === "Stage 1" ? "Readiness for Stage 2" : "Conformity and effectiveness",
  });
  if (kind === "Stage 2") await agreePlan(story, tomas, first);
  await openAudit(story, "tomas", kind, "/plan");
  await act(tomas, "Agree dates and plan");
}

async function agreePlan(story: Story, tomas: Page, first: string): Promise<void> {
  await act(tomas, "Add session", {
    Day: first,
    From: "09:00",
    To: "12:00",
    Topic: "Leadership, context and risk",
    Auditor: story.body.people.lena,
    Interviewee: "Viktor Lang",
  });
  await act(tomas, "Send plan");
  const ana = await openAudit(story, "ana", "Stage 2", "/plan");
  await act(ana, "Confirm plan");
}

/** Stage 1 on its day: the lead looks at the documents, raises one blocking concern and reports. */
export async function holdStage1(story: Story): Promise<void> {
  const lena = await openAudit(story, "lena", "Stage 1");
  await act(lena, "Start audit");
  await openAudit(story, "lena", "Stage 1", "/readiness");
  const list = formWith(lena, "Save readiness list");
  for (const seen of await list.locator("input[value=seen]").all()) await seen.check();
  await act(lena, "Save readiness list");
  await act(lena, "Note interview", {
    With: "Head of operations",
    About: "Scope",
    Note: "Knows the boundaries.",
  });
  await act(lena, "Save draft", {
    Requirement: { pick: "7.2" },
    "Area of concern": "Evidence of competence of contractors could not be shown.",
    "Blocks Stage 2": true,
  });
  await act(lena, "Issue concern");
  await openAudit(story, "lena", "Stage 1", "/report");
  await changesNothing(story, () =>
    refused(
      lena,
      "Issue report",
      {},
      { says: /conclu/i, clause: "ISO/IEC 17021-1 9.3.1.2", confirm: "Issue report" },
    ),
  );
  await openAudit(story, "lena", "Stage 1", "/report");
  await act(lena, "Save draft", {
    "Ready after corrections": true,
    "On the readiness": "The system is documented and in use; one concern must be settled.",
  });
  await act(lena, "Issue report", {}, { confirm: "Issue report" });
  await openAudit(story, "lena", "Stage 1");
  await act(lena, "Confirm readiness");
}

/** Stage 2 cannot start while the blocking concern is open; the client answers, the lead accepts. */
export async function settleConcern(story: Story): Promise<void> {
  const lena = await openAudit(story, "lena", "Stage 2");
  await changesNothing(story, () =>
    cannotYet(lena, "Start audit", { says: /concern/i, clause: "ISO/IEC 17021-1 9.3.1.2" }),
  );
  const ana = await openAudit(story, "ana", "Stage 1", "/readiness");
  await act(ana, "Answer concern", {
    "Your answer to S1-01": "All contractors are in the register, version 12.",
  });
  await openAudit(story, "lena", "Stage 1", "/readiness");
  await act(lena, "Accept answer");
  await openAudit(story, "lena", "Stage 2");
  await act(lena, "Start audit");
  await act(lena, "Record opening meeting", { "Who was there": "Ana Ruiz\nViktor Lang" });
}

interface Seen {
  grade: "Major" | "Minor" | "Opportunity" | "Conformity";
  requirement: string;
  statement: string;
}

/** Two majors, three minors and a conformity. */
const seen: readonly Seen[] = [
  { grade: "Major", requirement: "9.2.2", statement: "The audit programme leaves out development." },
  { grade: "Major", requirement: "A.8.13", statement: "Backups are not tested as the procedure asks." },
  { grade: "Minor", requirement: "7.2", statement: "Two training records are missing." },
  { grade: "Minor", requirement: "A.5.18", statement: "Leavers keep access too long." },
  { grade: "Minor", requirement: "9.3.2", statement: "The management review lacks one input." },
  { grade: "Conformity", requirement: "6.1.2", statement: "Risks are assessed by the method." },
];

/** Logs a draft finding and waits until the server has it; a client that records for a body does so with its own form. */
async function logDraft(page: Page, entries: Record<string, Entry>): Promise<void> {
  if (recordings.has(page)) return await act(page, "Save draft", entries);
  const form = formWith(page, "Save draft");
  await fill(form, entries);
  await form.getByRole("button", { name: "Save draft", exact: true }).click();
  await form.getByText(/^Sent \d/).waitFor();
}

/** The team logs what it saw; a finding without evidence is not issued (NC-3). */
export async function logFindings(story: Story): Promise<void> {
  const lena = await openAudit(story, "lena", "Stage 2", "/log");
  await logDraft(lena, {
    Requirement: { pick: "A.8.8" },
    Minor: true,
    Statement: "Patches are late.",
  });
  await changesNothing(story, () =>
    cannotYet(lena, "Issue finding", { says: /evidence/i, clause: "ISO/IEC 17021-1 9.4.5.3" }),
  );
  await act(lena, "Delete draft", {}, { confirm: "Delete draft" });
  for (const { grade, requirement, statement } of seen) {
    await openAudit(story, "lena", "Stage 2", "/log");
    await logDraft(lena, {
      "What did you see?": `Evidence for ${requirement}: sample of nine, two without record.`,
      Requirement: { pick: requirement },
      [grade]: true,
      Statement: statement,
    });
  }
  await openAudit(story, "lena", "Stage 2", "/log");
  const all = lena.getByRole("button", { name: /^Issue \d+ complete drafts$/ }).first();
  await act(lena, (await all.textContent())?.trim() ?? "", {}, { confirm: "Issue findings" });
}

/** The closing meeting and the report; a report without a recommendation is not issued. */
export async function reportStage2(story: Story): Promise<void> {
  const lena = await openAudit(story, "lena", "Stage 2", "/report");
  await changesNothing(story, () =>
    cannotYet(lena, "Issue report", { says: /closing/i, clause: "ISO/IEC 17021-1 9.4.7" }),
  );
  await openAudit(story, "lena", "Stage 2");
  await act(lena, "Record closing meeting", { "Who was there": "Ana Ruiz\nViktor Lang" });
  await openAudit(story, "lena", "Stage 2", "/report");
  const form = formWith(lena, "Save draft");
  await fill(form, {
    "Certify after the plan is accepted": true,
    "Statement on conformity and effectiveness":
      "The system conforms and works apart from the nonconformities.",
  });
  for (const name of ["scopeAppropriate", "objectivesMet"])
    await form.locator(`[name=${name}][value=yes]`).check();
  await act(lena, "Save draft");
  await act(lena, "Issue report", {}, { confirm: "Issue report" });
}
