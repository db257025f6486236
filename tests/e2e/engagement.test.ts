import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { serveSite } from "../support/site";
import { answer, apply, confirm, openCheck, startAndAsk } from "./steps/choosing";
import { act, fill, formWith, refused } from "./steps/form";
import { changesNothing, type Story, tellStory } from "./steps/journey";

const site = serveSite();
const MERIDIAN = "Meridian Certification";
const DRAFT = "Draft engagement letter";
const RECOMMEND = `Recommend ${MERIDIAN}`;

async function isAccessible(page: Page): Promise<void> {
  expect(await listViolations(page)).toEqual([]);
}

/** A body that audited internally last year is refused with the clause; audits of three years ago are no obstacle. */
async function chooseAfterAConflict(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/selection");
  await act(ana, "Go on with a reason", {
    "Why do you go on?": "The third body declined on the phone; two offers can be compared.",
  });
  await openCheck(story, ana, MERIDIAN);
  const form = formWith(ana, RECOMMEND);
  await fill(form, {
    "Why this body?": "Offers the days that the table expects and knows payment services.",
    "Viktor Lang": true,
    "Yes, there is": true,
    "There are some": true,
    "Yes, listed below": true,
  });
  await isAccessible(ana);
  await changesNothing(story, () =>
    refused(
      ana,
      RECOMMEND,
      {
        "Whose conflict": "Viktor Lang",
        "What ties the person": "His sister works for the body, in sales",
        "What was done": "Internal audits",
        "By whom": "The body itself",
        "Name of the firm or person": "Meridian's audit desk",
        "Last day of the work": "2026-03-31",
      },
      { says: /ended on 31 Mar 2026. The body can certify this system from 31 Mar 2028/, clause: "5.2.6" },
    ),
  );
  await isAccessible(ana);
  await act(ana, RECOMMEND, { "Last day of the work": "2024-03-31" });
  const viktor = await story.open("viktor", "{p}/selection");
  await viktor.getByRole("link", { name: "Check and confirm" }).click();
  await viktor.getByText("Viktor Lang: His sister works for the body, in sales").waitFor();
  await viktor.getByText(/Internal audits by Meridian's audit desk .* ended on 31 Mar 2024/).waitFor();
  await isAccessible(viktor);
  await confirm(story);
}

/** The letter of the body comes as a file with its key facts; what differs from the offer is said in words, then both sign. */
async function signALetterInAFile(story: Story): Promise<void> {
  const at = `/requests/${story.projectId}`;
  const tomas = await story.open("tomas", at);
  await fill(formWith(tomas, DRAFT), {
    "In a file": true,
    Fees: "Day rate: EUR 1,500.00\nAll amounts without tax.",
    "File of the letter": { file: "meridian-letter.txt" },
    "Give access for audits": false,
  });
  await isAccessible(tomas);
  await changesNothing(story, () =>
    refused(tomas, DRAFT, {}, { says: /duties of the client: Give access for audits/, clause: "8.5.3" }),
  );
  await act(tomas, DRAFT, { "Give access for audits": true });
  await tomas.getByText("The offer: EUR 1,420.00", { exact: true }).waitFor();
  await tomas.getByText("The letter: EUR 1,500.00 (EUR 80.00 more)", { exact: true }).waitFor();
  await isAccessible(tomas);
  await signBoth(story, at, "Sign engagement letter");
}

async function signBoth(story: Story, bodysPage: string, confirmed: string): Promise<void> {
  const signing = { confirm: confirmed };
  const viktor = await story.open("viktor", "{p}/engagement");
  await act(viktor, "Sign for Northwind", { "Your function": "Managing director" }, signing);
  const tomas = await story.open("tomas", bodysPage);
  await act(tomas, `Sign for ${MERIDIAN}`, { "Your function": "Programme planner" }, signing);
}

/** The client drafts the next version, written out; the signed letter counts until both have signed it. */
async function amend(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/engagement");
  await ana.getByText("Draft an amendment", { exact: true }).click();
  const words = {
    Here: true,
    "Why is the letter amended?": "A third day for Stage 1 was agreed on the phone.",
    "Standard and programme": "Initial certification to ISO/IEC 27001:2022",
    "Auditor days": "Stage 1: 4 days",
    Dates: "Stage 1: in April 2027",
    Confidentiality: "Both sides keep what they learn to themselves.",
  };
  await act(ana, "Draft amendment", words);
  await story.open("ana", "{p}/engagement");
  await ana.getByText("An amendment waits for signatures.").waitFor();
  await ana.getByText("Version 2: 4 days (1 day more)", { exact: true }).waitFor();
  await isAccessible(ana);
  await signBoth(story, "{p}/engagement", "Sign amendment");
  await story.open("ana", "{p}/engagement");
  await ana.getByRole("heading", { name: "Engagement letter, version 2" }).waitFor();
  await ana.getByRole("link", { name: "Version 1", exact: true }).click();
  await ana.getByText("this one is kept as it was").waitFor();
  await ana.getByText("SHA-256").waitFor();
  await isAccessible(ana);
  await ana.getByLabel("Held against").selectOption({ label: "Version 2" });
  await ana.getByRole("button", { name: "Compare" }).click();
  await ana.getByText("Version 2: 4 days (1 day more)", { exact: true }).waitFor();
  expect(await ana.getByRole("button", { name: /^(Save|Sign|Draft)/ }).count()).toBe(0);
}

test("a body with a conflict is refused and chosen once it is cleared; its letter comes in a file, and an amendment is signed by both", async () => {
  const story = tellStory(site);
  await startAndAsk(story);
  await answer(story);
  await chooseAfterAConflict(story);
  const viktor = await story.open("viktor", "{p}/engagement");
  await viktor.getByText("Only your organisation sees this.").waitFor();
  await isAccessible(viktor);
  await apply(story);
  await signALetterInAFile(story);
  await amend(story);
});
