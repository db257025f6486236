import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";

const site = serveSite();
/** Each cell is an act of its own, on a machine that is busy with other things. */
const SAVED_WITHIN_MS = 90_000;

async function findProject(): Promise<string> {
  const [found] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Freight portal ISMS'",
  );
  if (!found) throw new Error("The demonstration has no Freight portal ISMS.");
  return found.id;
}

/** The statement of the project, opened by its manager in a browser of their own. */
async function openStatement(query = ""): Promise<Page> {
  const page = await site.signInAs("joris.de.wit@harbour.example");
  await page.goto(`/harbour-logistics/projects/${await findProject()}/soa${query}`);
  await untilAlive(page);
  return page;
}

const cell = (page: Page, ref: string, column: string) =>
  page.locator(`tr[data-ref="${ref}"] td[data-label="${column}"]`);

/** Does something and waits until the page says that all of it was saved. */
async function untilSaved(page: Page, act: () => Promise<void>): Promise<void> {
  await act();
  await page.getByText("All changes saved.").waitFor({ timeout: SAVED_WITHIN_MS });
}

const keptLine = async (ref: string) =>
  (
    await site.query(
      "SELECT applicable, justification, exclusion, implementation, owner FROM soa_line WHERE project_id = $1 AND ref = $2",
      await findProject(),
      ref,
    )
  )[0];

test("all 93 controls are decided by keyboard alone, in place, without a button", async () => {
  const page = await openStatement();
  const { keyboard } = page;
  await cell(page, "A.5.1", "Applicable").focus();
  await untilSaved(page, async () => {
    for (let row = 0; row < 93; row += 1) {
      await keyboard.press(row === 2 ? "n" : "y");
      await keyboard.press("ArrowDown");
    }
    for (let row = 0; row < 92; row += 1) await keyboard.press("ArrowUp");
    await keyboard.press("ArrowRight");
    await keyboard.type("Asked for by law");
    await keyboard.press("Tab");
  });
  await page.getByText("93 of 93 decided: 92 applicable, 1 left out. 0 complete.").waitFor();
  await untilSaved(page, async () => {
    await keyboard.press("Enter");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await keyboard.press("ArrowUp");
    await keyboard.press("i");
    await keyboard.press("ArrowRight");
    await keyboard.type("Mia Chen");
    await keyboard.press("Enter");
  });
  // What Escape takes back was never sent.
  await keyboard.type("Nobody");
  await keyboard.press("Escape");
  await expect
    .poll(() => keptLine("A.5.1"))
    .toEqual({
      ...{ applicable: true, justification: "Asked for by law", exclusion: null },
      ...{ implementation: "implemented", owner: "Mia Chen" },
    });
  expect(await keptLine("A.5.2")).toMatchObject({ applicable: true, owner: null });
  expect(await keptLine("A.5.3")).toMatchObject({ applicable: false });
  const [{ count } = { count: 0 }] = await site.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM soa_line WHERE project_id = $1 AND applicable IS NOT NULL",
    await findProject(),
  );
  expect(count).toBe(93);
});

test("two people at once lose nothing: the slower one sees both texts and chooses", async () => {
  const [fast, slow] = [await openStatement("?theme=7"), await openStatement("?theme=7")];
  const writeNote = async (page: Page, ref: string, text: string) => {
    await cell(page, ref, "Notes").click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await untilSaved(fast, () => writeNote(fast, "A.7.1", "Written first"));
  await writeNote(slow, "A.7.1", "Written second");
  await writeNote(slow, "A.7.2", "Nobody else is here");
  await slow.getByText("1 not saved.").waitFor();
  const clash = cell(slow, "A.7.1", "Notes");
  await clash.getByRole("alert").waitFor();
  await clash.getByText("Written first").waitFor();
  expect(await clash.textContent()).toContain("Written second");
  const kept = async (ref: string) =>
    (
      await site.query<{ notes: string }>(
        "SELECT notes FROM soa_line WHERE project_id = $1 AND ref = $2",
        await findProject(),
        ref,
      )
    )[0]?.notes;
  expect(await kept("A.7.1")).toBe("Written first");
  expect(await kept("A.7.2")).toBe("Nobody else is here");
  await untilSaved(slow, () => clash.getByRole("button", { name: "Keep mine" }).click());
  await expect.poll(() => kept("A.7.1")).toBe("Written second");
  await clash.getByRole("alert").waitFor({ state: "detached" });
});

test("one value is written into all lines that were chosen", async () => {
  const page = await openStatement("?theme=6");
  await page.getByLabel("Choose all controls shown").check();
  await page.getByLabel("What to change").selectOption({ label: "Owner" });
  await page.getByLabel("New value").fill("Head of people");
  await untilSaved(page, () => page.getByRole("button", { name: "Write into all 8" }).click());
  const owned = await site.query(
    "SELECT ref FROM soa_line WHERE project_id = $1 AND owner = 'Head of people'",
    await findProject(),
  );
  expect(owned).toHaveLength(8);
  await page.goto(`${new URL(page.url()).pathname}?owner=Head+of+people&theme=6`);
  expect(await page.locator("tr[data-ref]").count()).toBe(8);
});

test("a file is looked at, its words are given a meaning, and then it is imported as a whole", async () => {
  const page = await openStatement();
  await page.getByRole("link", { name: "Import" }).click();
  await page.waitForURL(/soa\/import/);
  await untilAlive(page);
  const add = async (text: string) => {
    await page.getByLabel("Statement of Applicability").setInputFiles({
      ...{ name: "soa.csv", mimeType: "text/csv" },
      buffer: Buffer.from(text),
    });
    await page
      .getByText("bytes, added")
      .or(page.getByText("KB, added"))
      .or(page.getByText(", added"))
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Look at the file" }).click();
  };
  await add("Control,Applicable,Justification,Status\r\nA.8.1,Yes,Laptops, phones,Done\r\n");
  await page.getByText("Row 2: It has 5 cells under 4 headings").waitFor();
  expect(await page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
  await add(
    "Control,Applicable,Justification,Status\r\nA.8.1,Jawohl,Imported words,Planned\r\nA.8.2,No,Nobody has them,\r\n",
  );
  await page.getByText("1 word without a meaning").waitFor();
  await page.getByLabel("“Jawohl”").selectOption({ label: "Applicable" });
  await page.getByRole("button", { name: "Read it like this" }).click();
  await page.getByText("2 controls read").waitFor();
  await untilAlive(page);
  await page.getByRole("button", { name: "Import 2 controls" }).click();
  await page.waitForURL(/\/soa$/);
  await expect
    .poll(() => keptLine("A.8.1"))
    .toMatchObject({ applicable: true, justification: "Imported words" });
  expect(await keptLine("A.8.2")).toMatchObject({ applicable: false, exclusion: "Nobody has them" });
});

test("a complete statement is approved as a version, and the next one tells what changed", async () => {
  const project = await findProject();
  await site.query(
    `UPDATE soa_line SET applicable = true, justification = 'Asked for by law', implementation = 'implemented' WHERE project_id = $1`,
    project,
  );
  const page = await openStatement();
  const approve = async (version: string) => {
    await page.getByRole("textbox", { name: "Version" }).fill(version);
    await page.getByRole("button", { name: "Approve version" }).click();
    await page.waitForURL(/soa\/versions/);
    await page.getByRole("heading", { name: `Version ${version}, approved on` }).waitFor();
  };
  await approve("1.0");
  await page.getByRole("link", { name: "Go to the draft" }).click();
  await untilSaved(page, async () => {
    await cell(page, "A.5.1", "State").click();
    await page.getByLabel("State of A.5.1").selectOption({ label: "Planned" });
    await page.keyboard.press("Tab");
  });
  await page.reload();
  await untilAlive(page);
  await page.getByText("1 control differs from version 1.0").waitFor();
  await approve("1.1");
  await page.getByRole("link", { name: "What changed" }).click();
  await page.getByText("State: Implemented before, Planned now.").waitFor();
});
