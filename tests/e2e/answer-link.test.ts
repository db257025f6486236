import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { limits } from "@/lib/throttle-limits";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { confirm, noInterests, openCheck } from "./steps/choosing";
import { act } from "./steps/form";
import { type Story, tellStory } from "./steps/journey";

const site = serveSite();

const MERIDIAN = "Meridian Certification";
const AURORA = "Aurora Cert";
const ISLAND = "Island Certification";
const LINK = /\/answer\/[\w-]+$/;

const days = {
  "Stage 1": "3",
  "Stage 2": "8",
  "Surveillance 1": "3.5",
  "Surveillance 2": "3.5",
  Recertification: "7.5",
  "Offer valid until": "2027-06-30",
};

/** A project whose request has gone to one body on CertTrail and to two that are not. */
async function askThree(story: Story): Promise<void> {
  const ana = await story.open("ana", "/bodies/new");
  await act(ana, "Add certification body", { Name: ISLAND, "Legal name": `${ISLAND} Ltd` });
  await story.open("ana", "/projects/new");
  await act(ana, "Start project", {
    "Name of the project": "Payments ISMS",
    Scope: "Development and operation of the payment service and its customer support",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  await ana.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  story.projectId = /projects\/([0-9a-f-]{36})/.exec(ana.url())?.[1] ?? "";
  await story.open("ana", "{p}/selection");
  await act(
    ana,
    "Issue request for proposals",
    { [MERIDIAN]: true, [AURORA]: true, [ISLAND]: true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
}

async function openProposalOf(story: Story, body: string): Promise<Page> {
  const [row] = await site.query<{ id: string }>(
    "SELECT o.id FROM organisation o JOIN body_request r ON r.body_id = o.id WHERE r.project_id = $1 AND o.name = $2",
    story.projectId,
    body,
  );
  return await story.open("ana", `{p}/selection/proposals/${row?.id}`);
}

async function makeLink(story: Story, body: string): Promise<string> {
  const ana = await openProposalOf(story, body);
  await act(ana, "Make answer link", { "For whom": "Ines Falk", "Opens until": "2027-02-20" });
  const link = await ana.getByLabel(/Send this link to Ines Falk alone/).inputValue();
  expect(link).toMatch(LINK);
  return new URL(link).pathname;
}

test("a body without an account answers by its link, with a file; three offers in two currencies are compared, and the loser's link tells nothing of the others", async () => {
  const story = tellStory(site);
  await askThree(story);
  const link = await makeLink(story, AURORA);

  // In a browser of its own, nobody signed in.
  const ines = await site.visit(link);
  await untilAlive(ines);
  await ines.getByText(`asks ${AURORA} for a proposal`).waitFor();
  await act(ines, "Ask question", { "Ask the client": "How many developers work from abroad?" });
  await ines.getByText("Asked by you").waitFor();
  const ana = await story.open("ana", "{p}/selection");
  await ana.getByText(`Asked by ${AURORA}`).waitFor();
  await act(ana, "Answer all bodies", { Answer: "Six, all within the EU." });
  const tomas = await story.as("tomas");
  await tomas.goto(`/meridian-certification/requests/${story.projectId}`);
  await tomas.getByText("Six, all within the EU.").waitFor();
  expect(await tomas.getByText(AURORA).count()).toBe(0);
  await act(tomas, "Send proposal", { ...days, Currency: "EUR", "Day rate": "1420" });

  await ines.reload();
  await untilAlive(ines);
  await ines.getByText("Six, all within the EU.").waitFor();
  await typeAWrongRate(ines);
  await act(ines, "Send proposal", {
    ...{ ...days, "Stage 2": "6", Currency: "EUR", "Day rate": "1310", "Application fee": "500" },
    "Document of the offer": { file: "aurora-offer.txt" },
  });
  const byHand = await openProposalOf(story, ISLAND);
  await act(byHand, "Save proposal", { ...days, Currency: "GBP", "Day rate": "1180.50" });

  const online = await openProposalOf(story, AURORA);
  await online.getByText(`Answered by ${AURORA} through its link`).waitFor();
  await online.getByRole("link", { name: "Open the document" }).waitFor();
  await online
    .getByText(/^Opened, /)
    .first()
    .waitFor();
  await online.getByText(/^Proposal sent, /).waitFor();

  await story.open("ana", "{p}/selection");
  await act(ana, "Start comparison");
  await story.open("ana", "{p}/selection/compare");
  await act(ana, "Compare in one currency", {
    "Compare in": "EUR",
    "Day of the rates": "2027-02-09",
    "What 1 GBP is worth": "1.17",
  });
  // 18 days x 1,420.00; 500.00 + 16 days x 1,310.00; 3 x 1,180.50 x 1.17 = 4,143.56 (of 4,143.555), 8 x: 11,049.48,
  // 3.5 x: 4,834.15 (of 4,834.1475), twice: 24,861.34.
  await story.open("ana", "{p}/selection/compare");
  for (const total of ["25,560.00", "21,460.00", "24,861.34"])
    await ana.getByText(`EUR ${total}`).first().waitFor();
  await openCheck(story, ana, MERIDIAN);
  await act(ana, `Recommend ${MERIDIAN}`, noInterests);
  await confirm(story);

  const answer = await ines.reload();
  const sent = (await answer?.text()) ?? "";
  expect(sent).toContain("This request has ended");
  expect(sent).toContain("1,310.00");
  for (const others of [MERIDIAN, ISLAND, "1,420.00", "1,180.50", "Recommended"])
    expect(sent).not.toContain(others);
  expect(await ines.getByRole("button", { name: "Send proposal" }).count()).toBe(0);
});

/** What is no figure comes back at its field, and nothing typed is lost. */
async function typeAWrongRate(page: Page): Promise<void> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Send proposal" }) });
  await form.getByLabel("Currency").selectOption("EUR");
  await form.getByLabel("Day rate").fill("a lot");
  await form.getByRole("button", { name: "Send proposal" }).click();
  await form.getByText("Enter the day rate as an amount").first().waitFor();
  expect(await form.getByLabel("Day rate").inputValue()).toBe("a lot");
}

test("a link that was ended opens nothing, and its file address takes nothing", async () => {
  const story = tellStory(site);
  await askThree(story);
  const link = await makeLink(story, ISLAND);
  const reader = await site.visit(link);
  await reader.getByText(`asks ${ISLAND} for a proposal`).waitFor();
  const ana = await openProposalOf(story, ISLAND);
  await act(ana, "End link");
  await act(reader, "Ask question", { "Ask the client": "Too late?" }).catch(() => undefined);
  await reader.getByText("This does not exist, or you cannot open it.").first().waitFor();
  expect((await reader.reload())?.status()).toBe(404);
  const status = await reader.evaluate(
    async (url) =>
      (await fetch(url, { method: "POST", body: "x", headers: { "x-file-name": "a.txt" } })).status,
    `/api${link}`,
  );
  expect(status).toBe(404);
});

test("links cannot be tried without end: past the limit the page says when to come back", async () => {
  const page = await site.visit("/answer/nobody-was-sent-this");
  const open = async () => (await fetch(new URL("/answer/nobody-was-sent-this", page.url()))).status;
  const { address } = limits.answerLink;
  const statuses = new Set<number>();
  for (let tried = 0; tried < address; tried += 1) statuses.add(await open());
  expect(statuses).toContain(404);
  expect(await open()).toBe(200);
  await page.reload();
  await page.getByText(/there were too many tries\. Try again in/).waitFor();
});
