import { expect, test } from "vitest";
import { countActs } from "../support/acts";
import { listViolations } from "../support/axe";
import { untilAlive } from "../support/crawl";
import { tabTo } from "../support/keyboard";
import { serveSite } from "../support/site";
import { act, formWith } from "./steps/form";
import { type Story, tellStory } from "./steps/journey";

const site = serveSite();
const REASON =
  "Offers the days that are expected, knows payment services, states who leads, and its price holds for the three years that follow the decision of the body.";
const BODIES = ["Meridian Certification", "Aurora Cert", "Borealis Assurance"];

/** A project with three offers entered by hand, the second with too few days and nothing said of its people. */
async function threeOffers(story: Story): Promise<void> {
  const ana = await story.open("ana", "/projects/new");
  await act(ana, "Start project", {
    "Name of the project": "Compared ISMS",
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
    { ...Object.fromEntries(BODIES.map((name) => [name, true])), "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
  const rows = await site.query<{ id: string; name: string }>(
    "SELECT o.id, o.name FROM organisation o JOIN body_request r ON r.body_id = o.id WHERE r.project_id = $1",
    story.projectId,
  );
  for (const [at, name] of BODIES.entries()) {
    const id = rows.find((row) => row.name === name)?.id ?? "";
    await story.open("ana", `{p}/selection/proposals/${id}`);
    const says = {
      "Sectors the team knows": "Payment services",
      "Lead auditor": "Nora Quinn, ten years",
      Payment: "30 days",
    };
    await act(ana, "Save proposal", {
      ...{
        "Stage 1": "3",
        "Stage 2": at === 1 ? "5" : "8",
        "Surveillance 1": "3.5",
        "Surveillance 2": "3.5",
      },
      ...{ Recertification: "7.5", Currency: "EUR", "Day rate": String(1300 + at * 100) },
      ...{ "Application fee": "500", "Certificate fee": "600", "Yearly fee": "400", Travel: "2500" },
      ...{
        "Offer valid until": "2027-06-30",
        "Earliest Stage 1": "2027-09-01",
        "From Stage 1 to Stage 2": "6",
      },
      ...(at === 1 ? {} : says),
    });
    await ana.waitForURL(/\/selection$/);
  }
  await act(ana, "Start comparison");
}

test("three offers are compared with all that decides, weighed, noted on, printed and taken away as a file", async () => {
  const story = tellStory(site);
  await threeOffers(story);
  const ana = await story.open("ana", "{p}/selection/compare");
  await untilAlive(ana);
  expect(await listViolations(ana)).toEqual([]);
  const table = ana.getByRole("table", { name: "Comparison of the proposals" });
  // 500 + 600 + 3 × 400 + 2500 + 18 days × 1,300.
  await table.getByText("EUR 28,200.00").first().waitFor();
  expect(await table.getByText("Too little information: 0 of 3 references").count()).toBe(2);
  await table.getByText("75, based on 3 references").waitFor();
  await table.getByText("13 Oct 2027").first().waitFor();

  await ana.getByText("Write the question to Aurora Cert").click();
  await ana.getByText(/^You offer 8 days for Stage 1 and Stage 2. For 85 persons/).waitFor();

  const result = ana.locator("#result");
  await result.getByText("1. Aurora Cert: at least 67.1 points").waitFor();
  await result
    .getByText(/^Aurora Cert stays first while the weight of cost is between \d+ and 100\.$/)
    .waitFor();
  await result.getByText("Change the weights").click();
  const form = formWith(ana, "Save weights");
  await form.getByLabel("Cost").fill("60");
  await form.getByRole("button", { name: "Save weights" }).click();
  await form.getByText("The weights make 125. Make them 100 together.").first().waitFor();
  expect(await form.getByLabel("Cost").inputValue()).toBe("60");
  await act(ana, "Save weights", { Cost: "60", "Audit days": "10", Expertise: "10", Terms: "0" });
  await table.getByText("Cost, weight 60").waitFor();

  await ana.getByText("Mark what an offer states of its people").click();
  await act(ana, "Save mark", {
    Body: BODIES[0] ?? "",
    "What it states": "Lead auditor",
    "How far you have checked it": "Confirmed: somebody outside of the body said so too",
  });
  await table.getByText("Confirmed").first().waitFor();

  await ana.getByText("Write a note on Aurora Cert").click();
  const note = ana.locator("form").filter({ has: ana.getByLabel("Your note on Aurora Cert") });
  await note.getByLabel("Your note on Aurora Cert").fill("Cheap for a reason.");
  await note.getByRole("button", { name: "Save note" }).click();
  await ana.getByText("You alone see this").waitFor();
  const viktor = await story.open("viktor", "{p}/selection/compare");
  expect(await viktor.getByText("Cheap for a reason.").count()).toBe(0);

  const csv = await ana.request.get(`/northwind/projects/${story.projectId}/selection/compare/csv`);
  const lines = (await csv.text()).split("\r\n");
  expect(lines[0]).toContain("Criterion,Meridian Certification,Aurora Cert,Borealis Assurance");
  expect(lines).toContain('Total,"EUR 28,200.00","EUR 25,800.00","EUR 31,800.00"');
  expect(lines.join("\n")).not.toContain("Cheap for a reason.");
});

test("a manager chooses a body from the comparison with a reason in 3 acts: choose, declare, recommend (T10)", async () => {
  const story = tellStory(site);
  await threeOffers(story);
  const ana = await story.open("ana", "{p}/selection/compare");
  await untilAlive(ana);
  const acts = await countActs(ana);
  await acts.begin();
  await ana.getByRole("link", { name: "Choose Meridian Certification", exact: true }).click();
  await ana.getByRole("heading", { name: "Check your choice of Meridian Certification" }).waitFor();
  await untilAlive(ana);
  await ana.locator("#main h1").focus();
  await tabTo(ana, /^Why this body/);
  await ana.keyboard.type(REASON);
  await ana.getByRole("radio", { name: "Nothing" }).click({ force: true });
  await ana.getByRole("button", { name: "Recommend Meridian Certification" }).click();
  await ana.waitForURL(/\/selection$/);
  expect(await acts.read()).toBe(3);
  const [kept] = await site.query<{ reason: string }>(
    "SELECT recommend_reason AS reason FROM project WHERE id = $1",
    story.projectId,
  );
  expect(kept?.reason).toBe(REASON);
});

test("on a phone two bodies stand beside each other, and a picker chooses them", async () => {
  const story = tellStory(site);
  await threeOffers(story);
  const phone = await site.signInAs("ana.ruiz@northwind.example", { viewport: { width: 360, height: 740 } });
  await phone.goto(`/northwind/projects/${story.projectId}/selection/compare`);
  await untilAlive(phone);
  expect(await listViolations(phone)).toEqual([]);
  const cellsOf = (name: string) => phone.locator(`td[data-label="${name}"]`).first();
  const seen = async () => Promise.all(BODIES.map((name) => cellsOf(name).isVisible()));
  expect(await seen()).toEqual([true, true, false]);
  await phone.getByLabel("Second body").selectOption({ label: "Borealis Assurance" });
  await phone.getByRole("button", { name: "Show these two" }).click();
  await phone.waitForURL(/pair=/);
  await untilAlive(phone);
  expect(await seen()).toEqual([true, false, true]);
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

test("a register is looked at, imported and noted on; a wrong row is named with its line", async () => {
  const story = tellStory(site);
  const ana = await story.open("ana", "/bodies/import");
  await untilAlive(ana);
  expect(await listViolations(ana)).toEqual([]);
  const file = (text: string) => ({ name: "bodies.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const head = "Name,Country,Standard,Accreditation body,Number,Valid to";
  const box = ana.getByLabel("Register as csv");
  await box.setInputFiles(file(`${head}\nCirrus Cert,Spain,ISO/IEC 27001,ENAC,C-1,31.12.2028`));
  await ana.getByRole("button", { name: "Look at the file first" }).click();
  await ana.getByText("Line 2: Valid to “31.12.2028” is no day. Write it as 2027-03-31.").waitFor();
  expect(await listViolations(ana)).toEqual([]);
  await box.setInputFiles(file(`${head}\nCirrus Cert,Spain,ISO/IEC 27001,ENAC,C-1,2027-03-31`));
  await ana.getByRole("button", { name: "Look at the file first" }).click();
  await ana.getByText("Cirrus Cert, Spain: added with 1 accreditation").waitFor();
  await ana.getByRole("button", { name: "Import bodies" }).click();
  await ana.waitForURL(/\/bodies$/);
  await ana.getByRole("row").filter({ hasText: "Cirrus Cert" }).getByText("Ends on 31 Mar 2027").waitFor();
  await ana.getByRole("link", { name: "Cirrus Cert" }).click();
  await ana.getByText("Add the answer of a reference").click();
  const note = ana.locator("form").filter({ has: ana.getByLabel("Who was asked") });
  await note.getByLabel("Who was asked").fill("Jo Berg, Harbour Ltd");
  await note.getByLabel("What was answered").fill("Kept its dates.");
  await note.getByLabel("Grade").selectOption("4");
  await note.getByRole("button", { name: "Save note" }).click();
  await ana.getByText("Reference: 4 of 5").waitFor();
  await ana.getByText("Too little information: 1 of 3 references").waitFor();
  expect(await listViolations(ana)).toEqual([]);
});
