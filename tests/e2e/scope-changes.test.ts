import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { act, fill, formWith } from "./steps/form";
import { tellStory } from "./steps/journey";

const site = serveSite();

const MERIDIAN = "Meridian Certification";
const SAVE = "Save and calculate";
const questions = ["sector", "processes", "maturity", "infrastructure", "outsourcing", "development"];

/** States the scope with so many persons, on the open page of the audit time. */
async function stateScope(page: Page, persons: string): Promise<void> {
  const form = formWith(page, SAVE);
  await fill(form, { "Full-time": persons });
  for (const question of questions) await form.locator(`[name='answers.${question}']`).selectOption("2");
  await form.locator("[name='complexity.percent']").fill("0");
  await form.locator("[name='complexity.reason']").fill("Nothing is out of the ordinary here.");
  await form.getByRole("button", { name: SAVE }).click();
  await page.getByRole("heading", { level: 1, name: /days for Stage 1 and Stage 2/ }).waitFor();
}

test("a body learns of a changed scope by one act of the client, and its request prints on one page", async () => {
  const story = tellStory(site);
  const ana = await story.open("ana", "/projects/new");
  await act(ana, "Start project", {
    "Name of the project": "Changing ISMS",
    Scope: "Development and operation of the payment service",
    Leipzig: false,
  });
  await ana.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  story.projectId = /projects\/([0-9a-f-]{36})/.exec(ana.url())?.[1] ?? "";
  await story.open("ana", "{p}/audit-time");
  await untilAlive(ana);
  await stateScope(ana, "60");
  await story.open("ana", "{p}/selection");
  await act(
    ana,
    "Issue request for proposals",
    { [MERIDIAN]: true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
  const tomas = await story.as("tomas");
  await tomas.goto(`/meridian-certification/requests/${story.projectId}`);
  await tomas.getByText(/is based on version 1 of the scope profile/).waitFor();
  expect(pagesOf(await tomas.pdf({ format: "A4" }))).toBe(1);
  await untilAlive(tomas);
  await act(tomas, "Send proposal", { "Stage 1": "3", "Stage 2": "7" });

  await story.open("ana", "{p}/audit-time");
  await untilAlive(ana);
  await ana
    .locator("summary")
    .filter({ hasText: /version|Change|profile/i })
    .first()
    .click();
  await stateScope(ana, "90");
  await tomas.reload();
  expect(await tomas.getByText("Version 2").count()).toBe(0);
  await story.open("ana", "{p}/selection");
  await ana
    .getByText(/^60 is now 90$/)
    .first()
    .waitFor();
  expect(await listViolations(ana)).toEqual([]);
  await act(ana, "Send the changes to the bodies asked");
  await tomas.reload();
  await tomas.getByText(/Your proposal is based on version 1/).waitFor();
  await tomas.getByText(/^60 is now 90$/).waitFor();
  expect(await listViolations(tomas)).toEqual([]);
});

/** Pages of a PDF, counted by their own entries. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
