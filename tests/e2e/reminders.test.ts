import { expect, test } from "vitest";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { act, refused } from "./steps/form";
import { tellStory } from "./steps/journey";

const site = serveSite();

const MERIDIAN = "Meridian Certification";
const AURORA = "Aurora Cert";

test("a manager reminds by message and by words with a new link; both sides see what is late and what has ended", async () => {
  const story = tellStory(site);
  const ana = await story.open("ana", "/projects/new");
  await act(ana, "Start project", {
    "Name of the project": "Reminders ISMS",
    Scope: "Development and operation of the payment service",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  await ana.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  story.projectId = /projects\/([0-9a-f-]{36})/.exec(ana.url())?.[1] ?? "";
  await story.open("ana", "{p}/selection");
  await act(
    ana,
    "Issue request for proposals",
    { [MERIDIAN]: true, [AURORA]: true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );

  await ana.getByRole("link", { name: `Remind ${MERIDIAN}` }).click();
  await ana.getByRole("button", { name: `Remind ${MERIDIAN}` }).waitFor();
  await untilAlive(ana);
  await act(ana, `Remind ${MERIDIAN}`);
  await ana.getByText("Reminded once, last on 9 Feb 2027.").waitFor();
  const tomas = await story.as("tomas");
  await tomas.goto("/meridian-certification/messages");
  await tomas.getByText("Your answer to a request is awaited").first().waitFor();

  await story.open("ana", "{p}/selection");
  await ana.getByRole("link", { name: AURORA, exact: true }).click();
  await act(ana, "Make answer link", { "For whom": "Ines Falk", "Opens until": "2027-02-20" });
  await ana.reload();
  await untilAlive(ana);
  await act(ana, `Remind ${AURORA}`, { "With a new link for Ines Falk": true });
  const words = await ana.getByLabel(/Send this yourself/).inputValue();
  expect(words).toContain("Dear Ines Falk");
  const link = new URL(/https?:\/\/\S+\/answer\/[\w-]+/.exec(words)?.[0] ?? "").pathname;
  const ines = await site.visit(link);
  await ines.getByText(`asks ${AURORA} for a proposal`).waitFor();

  await story.moveTo("2027-02-18");
  const late = await site.visit(link);
  await untilAlive(late);
  await late.getByText("Answer overdue").waitFor();
  // A late answer is taken with its reason (SRC-1).
  const offer = { "Stage 1": "3", "Stage 2": "8", "Offer valid until": "2027-02-19" };
  await refused(late, "Send proposal", offer, { says: /Give the reason for taking a late/, clause: "SRC-1" });
  await act(late, "Go on with a reason", { "Why do you go on?": "Our planner was ill until yesterday." });
  await late.getByText("Came late").waitFor();

  await story.moveTo("2027-02-20");
  const anaLater = await story.open("ana", "{p}/selection");
  const row = anaLater.getByRole("row").filter({ hasText: AURORA });
  for (const word of ["Proposal in", "Came late", "Offer ended"]) await row.getByText(word).waitFor();
  const expired = await site.visit(link);
  await expired.getByText("The offer was valid until 19 Feb 2027.").first().waitFor();
});
