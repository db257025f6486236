import type { Page, Route } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const FILES = /\/api\/[^/]+\/projects\/[^/]+\/files$/;

const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`What ${name} shows`) });

/** The page of an own action that is not done yet, and its field for files. */
async function openAction(page: Page) {
  const [{ id } = { id: "" }] = await site.query<{ id: string }>(
    `select a.id from plan_action a join person p on p.id = a.owner_id join finding f on f.id = a.finding_id
     where p.email = $1 and a.done_on is null and f.state in ('open', 'plan_accepted') limit 1`,
    emails.sam,
  );
  await page.goto(`/northwind/actions/${id}`);
  await untilAlive(page);
  return page.getByLabel("Files");
}

const countKept = async (name: string) =>
  (await site.query<{ n: number }>("select count(*)::int as n from stored_file where name = $1", name))[0]?.n;

test("a file on its way can be cancelled, and the form does not wait for it any more", async () => {
  const page = await site.signInAs(emails.sam);
  const input = await openAction(page);
  const held: Route[] = [];
  await page.route(FILES, (route) => void held.push(route));
  await input.setInputFiles(file("cancelled.txt"));
  await page.getByRole("progressbar", { name: "Sending cancelled.txt" }).waitFor();
  const aborted = page.waitForEvent("requestfailed", (request) => FILES.test(request.url()));
  await page.getByRole("button", { name: "Cancel cancelled.txt" }).click();
  await aborted;
  expect(await page.getByText("cancelled.txt").count()).toBe(0);
  await page.unroute(FILES);
  await input.setInputFiles(file("kept.txt"));
  await page.getByText(/, added$/).waitFor();
  await page.getByRole("button", { name: "Save proof" }).click();
  await page.getByRole("link", { name: "kept.txt" }).waitFor();
  expect([await countKept("cancelled.txt"), await countKept("kept.txt")]).toEqual([0, 1]);
});

test("of several files one that was not taken is sent again by itself", async () => {
  const page = await site.signInAs(emails.sam);
  const input = await openAction(page);
  let isDown = true;
  await page.route(FILES, async (route) => {
    const name = route.request().headers()["x-file-name"];
    if (isDown && name === "second.txt") await route.abort("connectionreset");
    else await route.continue();
  });
  await input.setInputFiles([file("first.txt"), file("second.txt"), file("third.txt")]);
  await page.getByText("The connection was lost. The file was not sent. Try again.").waitFor();
  isDown = false;
  await page.getByRole("button", { name: "Send again" }).click();
  await expect.poll(async () => await page.getByText(/, added$/).count()).toBe(3);
  await page.getByRole("button", { name: "Save proof" }).click();
  await page.getByRole("link", { name: "third.txt" }).waitFor();
  expect(await Promise.all(["first.txt", "second.txt", "third.txt"].map(countKept))).toEqual([1, 1, 1]);
  expect(site.takeComplaints()).toEqual([expect.stringContaining("ERR_CONNECTION_RESET")]);
});

test("a picture opens in the browser as one of our own making", async () => {
  const page = await site.signInAs(emails.sam);
  const input = await openAction(page);
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: "#2a6" } });
  await input.setInputFiles({
    name: "rack.png",
    mimeType: "image/png",
    buffer: await picture.png().toBuffer(),
  });
  await page.getByText(/, added$/).waitFor();
  await page.getByRole("button", { name: "Save proof" }).click();
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Open rack.png in a new tab" }).click();
  const opened = await opening;
  await opened.waitForLoadState();
  const shown = await opened.evaluate(() => [
    document.images[0]?.naturalWidth,
    document.images[0]?.naturalHeight,
  ]);
  expect(shown).toEqual([64, 48]);
});
