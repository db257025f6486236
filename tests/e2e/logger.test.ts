import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";
import { line, openLogger, takePhoto, text } from "./steps/logger";

const site = serveSite();
/** Until something has been sent and kept, on a machine that is busy with other things. */
const SOON = { timeout: 20_000 };
async function jot(page: Page, words: string): Promise<void> {
  await text(page).fill(words);
  await page.getByRole("button", { name: "Save draft" }).click();
  await line(page, /Saved on this device|Sent/);
  await expect.poll(() => text(page).inputValue(), SOON).toBe("");
}

const evidences = async (like: string) =>
  (
    await site.query<{ evidence: string }>(
      "SELECT evidence FROM finding WHERE evidence LIKE $1 ORDER BY created_at, id",
      `${like}%`,
    )
  ).map(({ evidence }) => evidence);

/** Offline comes with complaints of the browser, which the test wants. */
async function withoutNetwork(page: Page, run: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await run();
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

test("three findings with a photo, logged and reloaded without network, are sent once and in order", async () => {
  const { page } = await openLogger(site);
  expect(await listViolations(page)).toEqual([]);
  const buffer = await takePhoto();
  // What the phone made says where it was: otherwise nothing would be taken away below.
  expect((await sharp(buffer).metadata()).exif?.length).toBeGreaterThan(0);
  await withoutNetwork(page, async () => {
    await jot(page, "Offline 1: the rack door stood open.");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Remove photo-1.jpg" }).waitFor();
    // What is kept tells that something was kept, and must not go round in circles.
    expect(await countChanges(page)).toBeLessThan(5);
    await jot(page, "Offline 2: no visitor log since March.");
    await jot(page, "Offline 3: the badge of a leaver works.");
    await line(page, /Waiting for network \(3\)/);
    expect(await listViolations(page)).toEqual([]);
    await text(page).fill("Offline 4: typed, not saved.");
    // What is typed is kept after a pause; the page may be gone any moment after it.
    await expect.poll(() => countKept(page), SOON).toBe(4);
    await page.reload();
    await untilAlive(page);
    await expect.poll(() => text(page).inputValue(), SOON).toBe("Offline 4: typed, not saved.");
    await page.getByRole("heading", { name: "On this device: 3" }).waitFor();
  });
  await line(page, /^3 sent|Sent/);
  await expect.poll(() => countKept(page), SOON).toBe(1);
  expect(await evidences("Offline")).toEqual([
    "Offline 1: the rack door stood open.",
    "Offline 2: no visitor log since March.",
    "Offline 3: the badge of a leaver works.",
  ]);
  const photos = await site.query<{ file: string; project: string; evidence: string }>(
    "SELECT h.file_id AS file, h.project_id AS project, f.evidence FROM finding_photo h JOIN finding f ON f.id = h.finding_id",
  );
  expect(photos.map(({ evidence }) => evidence)).toEqual(["Offline 2: no visitor log since March."]);
  const address = `/api/meridian-certification/projects/${photos[0]?.project}/files/${photos[0]?.file}`;
  const kept = await sharp(await (await page.request.get(address)).body()).metadata();
  expect([kept.format, kept.width, kept.exif]).toEqual(["jpeg", 1600, undefined]);
  site.takeComplaints();
});

/** How often the device says that it changed while the page is drawn sixty times. */
const countChanges = (page: Page) =>
  page.evaluate(async () => {
    let changes = 0;
    window.addEventListener("certtrail:device", () => {
      changes += 1;
    });
    for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
    return changes;
  });

/** How many drafts are on the device. */
const countKept = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("certtrail");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counting = database.transaction("drafts").objectStore("drafts").count();
    const count = await new Promise<number>((resolve) => {
      counting.onsuccess = () => resolve(counting.result);
    });
    database.close();
    return count;
  });

test("a session that ended keeps the draft, and signing in again in another tab sends it", async () => {
  const { page } = await openLogger(site, emails.omar);
  await site.query(
    "UPDATE session SET revoked_at = now() WHERE person_id = (SELECT id FROM person WHERE email = $1)",
    emails.omar,
  );
  await jot(page, "Signed out: two racks without labels.");
  await line(page, /You were signed out/);
  expect(await evidences("Signed out")).toEqual([]);
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: /^Sign in/ }).click(),
  ]);
  await tab.getByLabel("E-mail address").fill(emails.omar);
  await tab.getByLabel("Password").fill("certtrail-demo-2026");
  await tab.getByRole("button", { name: "Sign in" }).click();
  await tab.waitForURL(({ pathname }) => pathname !== "/sign-in");
  await tab.close();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => evidences("Signed out"), SOON).toEqual(["Signed out: two racks without labels."]);
});

test("a draft that somebody else changed meanwhile stands beside theirs, and neither goes by itself", async () => {
  const { page, path } = await openLogger(site);
  await jot(page, "Compared: first words.");
  await expect.poll(() => evidences("Compared"), SOON).toHaveLength(1);
  const [draft] = await site.query<{ id: string }>("SELECT id FROM finding WHERE evidence LIKE 'Compared%'");
  await page.goto(`${path}?draft=${draft?.id}`);
  await untilAlive(page);
  await site.query(
    "UPDATE finding SET evidence = 'Compared: theirs.', version = version + 1 WHERE id = $1",
    draft?.id,
  );
  await text(page).fill("Compared: mine.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("Changed elsewhere").waitFor();
  await page.getByText("Compared: theirs.").waitFor();
  expect(await listViolations(page)).toEqual([]);
  expect(await evidences("Compared")).toEqual(["Compared: theirs."]);
  await page.getByRole("button", { name: "Keep yours" }).click();
  await expect.poll(() => evidences("Compared"), SOON).toEqual(["Compared: mine."]);
});

test("what is too long to be sent stays on the device with the reason", async () => {
  const { page } = await openLogger(site);
  await text(page).fill(`Too long: ${"x".repeat(2_200_000)}`);
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("This draft is too long to be sent.").waitFor();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  // It stands in the form again before anybody shortens it.
  await expect.poll(async () => (await text(page).inputValue()).length, SOON).toBeGreaterThan(2_000_000);
  await text(page).fill("Too long: now short.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect.poll(() => evidences("Too long"), SOON).toEqual(["Too long: now short."]);
});

test("signing out asks about what is not sent, and leaves nothing on the device", async () => {
  const { page } = await openLogger(site);
  await page.context().setOffline(true);
  await jot(page, "Left behind: an unlocked cabinet.");
  await page.getByRole("button", { name: /Lena Vogt/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("heading", { name: "1 finding on this device is not sent" }).waitFor();
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Send and sign out" }).click();
  await page.getByText("They could not be sent.").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send and sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  expect(await evidences("Left behind")).toEqual(["Left behind: an unlocked cabinet."]);
  expect(await countKept(page)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  site.takeComplaints();
});

test("saving waits for no network, and a network that fails now and then loses and doubles nothing", async () => {
  const { page } = await openLogger(site);
  let asked = 0;
  const latency = { offline: false, latency: 400, downloadThroughput: -1, uploadThroughput: -1 };
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.emulateNetworkConditions", latency);
  await page.route("**/api/**/findings/*", async (route) => {
    asked += 1;
    if (asked % 3 === 0) await route.abort();
    else await route.continue();
  });
  const words = Array.from({ length: 6 }, (_, no) => `Slow network ${no + 1}`);
  const took: number[] = [];
  for (const word of words) {
    await text(page).fill(word);
    const begun = performance.now();
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect.poll(() => text(page).inputValue(), { ...SOON, interval: 5 }).toBe("");
    took.push(performance.now() - begun);
  }
  console.log(
    `saved on this device after ${took.map((ms) => Math.round(ms)).join(", ")} ms, the click included`,
  );
  // Each took its 400 ms at the least: the form was empty again long before its own answer could come.
  expect(asked).toBeLessThan(words.length);
  await expect.poll(() => evidences("Slow network"), { timeout: 60_000 }).toEqual(words);
  site.takeComplaints();
});
