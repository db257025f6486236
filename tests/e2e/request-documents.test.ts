import { expect, test } from "vitest";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { act } from "./steps/form";
import { tellStory } from "./steps/journey";

const site = serveSite();

const MERIDIAN = "Meridian Certification";
const AURORA = "Aurora Cert";

test("documents go with the request and after it; bodies read them on their page and through their link, and no longer once it ends", async () => {
  const story = tellStory(site);
  await story.open("ana", "/projects/new");
  const ana = await story.as("ana");
  await act(ana, "Start project", {
    "Name of the project": "Documents ISMS",
    Scope: "Development and operation of the payment service",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  await ana.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  story.projectId = /projects\/([0-9a-f-]{36})/.exec(ana.url())?.[1] ?? "";
  await story.open("ana", "{p}/selection");
  await act(ana, "Add to the request", {
    Document: { file: "scope-statement.txt" },
    "What it is": "Our scope statement",
  });
  await act(ana, "Add to the request", { Document: { file: "wrong-one.txt" } });
  await act(ana, "Remove wrong-one.txt");
  await ana.getByRole("link", { name: "wrong-one.txt" }).waitFor({ state: "detached" });
  await act(
    ana,
    "Issue request for proposals",
    { [MERIDIAN]: true, [AURORA]: true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
  await act(ana, "Add to the request", { Document: { file: "organisation-chart.txt" } });
  expect(await ana.getByRole("button", { name: /^Remove / }).count()).toBe(0);

  const tomas = await story.as("tomas");
  await tomas.goto(`/meridian-certification/requests/${story.projectId}`);
  await tomas.getByText("Our scope statement").waitFor();
  for (const name of ["scope-statement.txt", "organisation-chart.txt"])
    await tomas.getByRole("link", { name }).waitFor();
  await tomas.goto("/meridian-certification/messages");
  await tomas.getByText("A document was added to a request").first().waitFor();

  await ana.getByRole("link", { name: AURORA, exact: true }).click();
  await act(ana, "Make answer link", { "For whom": "Ines Falk", "Opens until": "2027-02-20" });
  const link = new URL(await ana.getByLabel(/Send this link to Ines Falk alone/).inputValue()).pathname;
  const ines = await site.visit(link);
  await untilAlive(ines);
  const file = ines.getByRole("link", { name: "scope-statement.txt" });
  const href = (await file.getAttribute("href")) ?? "";
  expect(href).toMatch(/^\/api\/answer\/[\w-]+\/files\/[0-9a-f-]{36}$/);
  const saved = ines.waitForEvent("download");
  await file.click();
  expect((await saved).suggestedFilename()).toBe("scope-statement.txt");
  await ana.reload();
  await ana.getByText(/^Document of the request downloaded, /).waitFor();
  const fetchOnce = async () => await ines.evaluate(async (url) => (await fetch(url)).status, href);
  expect(await fetchOnce()).toBe(200);
  await untilAlive(ana);
  await act(ana, "End link");
  expect(await fetchOnce()).toBe(404);
});
