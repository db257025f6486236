import { randomUUID } from "node:crypto";
import type { Page, Request } from "playwright-core";
import { expect } from "vitest";
import { act, cannotYet, refused } from "./form";
import { changesNothing, type Name, type Story } from "./journey";

interface Open {
  id: string;
  number: string;
  grade: "major" | "minor";
  state: string;
}

/** The nonconformities by their numbers: NC-001 and NC-002 are the majors. */
export async function listOpen(story: Story): Promise<Open[]> {
  return await story.site.query<Open & Record<string, unknown>>(
    "SELECT id, number, grade, state FROM finding WHERE project_id = $1 AND grade IN ('major', 'minor') AND number IS NOT NULL ORDER BY number",
    story.projectId,
  );
}

const openFinding = (story: Story, name: Name, { id }: Open, part = "") =>
  story.open(name, `{p}/findings/${id}${part}`);

const plan = {
  Correction: "The cases found were corrected at once.",
  "How far does the problem reach?": "All other teams were checked; two more cases were corrected.",
  "How will you know that it worked?": "A sample after three months shows no case.",
  "What will be done?": "Change the procedure and train those who follow it.",
  Owner: "Sam Okafor",
};
const cause = { "Root cause": "Nothing showed when the step was left out." };

/** A plan without a cause, or with a day beyond the limit, is refused. */
export async function refusePlans(story: Story): Promise<void> {
  const [first] = await listOpen(story);
  if (!first) throw new Error("There is no nonconformity.");
  const ana = await openFinding(story, "ana", first, "/plan");
  const sending = { confirm: "Submit plan" };
  const due = "2027-06-01";
  await changesNothing(story, () =>
    refused(
      ana,
      "Submit plan",
      { ...plan, Due: due },
      { says: /cause/i, clause: "ISO/IEC 17021-1 9.4.9", ...sending },
    ),
  );
  await changesNothing(story, () =>
    refused(
      ana,
      "Submit plan",
      { ...cause, Due: "2027-12-01" },
      { says: /Sep 2027|Jul 2027|limit/i, clause: "ISO/IEC 17021-1 9.4.9", ...sending },
    ),
  );
  await act(ana, "Submit plan", { Due: due }, sending);
}

/** The other plans go in; the first is returned once with a reason and submitted again; all are accepted. */
export async function agreePlans(story: Story): Promise<void> {
  const [first, ...others] = await listOpen(story);
  if (!first) throw new Error("There is no nonconformity.");
  const sending = { confirm: "Submit plan" };
  for (const finding of others) {
    const ana = await openFinding(story, "ana", finding, "/plan");
    await act(ana, "Submit plan", { ...plan, ...cause, Due: "2027-06-01" }, sending);
  }
  const lena = await openFinding(story, "lena", first, "/verification");
  await act(lena, "Return plan", { Comment: "The cause names a step, not why it could be left out." });
  const ana = await openFinding(story, "ana", first, "/plan");
  await act(
    ana,
    "Submit plan",
    { "Root cause": "The tool let the step be skipped without a sign." },
    sending,
  );
  for (const finding of [first, ...others]) {
    await openFinding(story, "lena", finding, "/verification");
    await act(lena, "Accept plan");
  }
}

/** The owner proves both majors; one proof is returned once; the decision opens with the last one. */
export async function verifyMajors(story: Story): Promise<void> {
  const majors = (await listOpen(story)).filter(
    ({ grade, state }) => grade === "major" && state === "plan_accepted",
  );
  for (const [index, major] of majors.entries()) {
    const [action] = await story.site.query<{ id: string }>(
      "SELECT id FROM plan_action WHERE finding_id = $1",
      major.id,
    );
    const sam = await story.open("sam", `/actions/${action?.id}`);
    const proof = {
      Files: { file: `${major.number} record.txt` },
      Note: "Procedure changed, sample attached.",
    };
    await act(sam, "Save proof", { ...proof, "This action is done": true });
    const ana = await openFinding(story, "ana", major, "/plan");
    await act(ana, "Submit evidence", {}, { confirm: "Submit evidence" });
    const lena = await openFinding(story, "lena", major, "/verification");
    if (index === 0) {
      await act(lena, "Return evidence", { Comment: "The sample covers one week; the plan says one month." });
      await openFinding(story, "ana", major, "/plan");
      await act(ana, "Submit evidence", {}, { confirm: "Submit evidence" });
      await openFinding(story, "lena", major, "/verification");
    }
    const sent = lena.waitForRequest((request) => "next-action" in request.headers());
    await act(lena, "Verify effectiveness", {
      "What shows that the actions work?": "A month without a case; seen on file.",
    });
    if (story.body.isConnected) await changesNothing(story, async () => refuseCopy(ana, await sent));
  }
}

/** The client sends the body's own form again under its own name: invariant 19 refuses, whatever a page offered. */
async function refuseCopy(ana: Page, sent: Request): Promise<void> {
  const { "next-action": action = "", "content-type": type = "" } = sent.headers();
  // A form of its own: the same request id again would only repeat the first answer.
  const body = sent
    .postDataBuffer()
    ?.toString("utf8")
    .replaceAll("meridian-certification", "northwind")
    .replace(/(requestId"\r\n\r\n)[0-9a-f-]{36}/, `$1${randomUUID()}`);
  const answer = await ana.request.post(ana.url(), {
    headers: { "next-action": action, "content-type": type, origin: new URL(ana.url()).origin },
    data: Buffer.from(body ?? ""),
  });
  const text = await answer.text();
  expect(text).toContain("Only an auditor of the certification body");
  expect(text).toContain("ISO/IEC 17021-1 9.4.10");
}

/** With a major not verified nobody can grant, and an auditor never can (DEC-1, DEC-4). */
export async function refuseDecisions(story: Story): Promise<void> {
  const ruth = await story.open("ruth", "{p}/decision");
  await changesNothing(story, () =>
    cannotYet(ruth, story.body.isConnected ? "Grant certification" : "Record grant", {
      says: /NC-001|state/i,
      clause: "ISO/IEC 17021-1 9.5",
    }),
  );
}
