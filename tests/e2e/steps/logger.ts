import type { Page } from "playwright-core";
import sharp from "sharp";
import { untilAlive } from "../../support/crawl";
import type { Site } from "../../support/site";
import { emails } from "./journey";

const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };

/** The Stage 2 that is under way in the demonstration. */
async function findLogger(site: Site): Promise<{ audit: string; path: string }> {
  const [found] = await site.query<{ audit: string; project: string }>(
    "SELECT a.id AS audit, p.id AS project FROM audit a JOIN project p ON p.id = a.project_id WHERE a.state = 'running'",
  );
  if (!found) throw new Error("The demonstration has no audit under way.");
  const { audit, project } = found;
  return { audit, path: `/meridian-certification/projects/${project}/audits/${audit}/log` };
}

/** The page where findings of that audit are logged, on a tablet, kept to open without network. */
export async function openLogger(site: Site, email = emails.lena): Promise<{ page: Page; path: string }> {
  const { path } = await findLogger(site);
  const page = await site.signInAs(email, TABLET);
  await page.goto(path);
  await untilAlive(page);
  await page.getByText("opens on this device without network").waitFor();
  return { page, path };
}

/** The first field. */
export const text = (page: Page) => page.getByLabel("What did you see?");
/** Waits until the one line that tells where a draft is says this. */
export const line = (page: Page, says: RegExp) =>
  page.getByRole("status").filter({ hasText: says }).waitFor();

/** A photo as a phone makes it: with the place it was taken at. */
export async function takePhoto(): Promise<Buffer> {
  const blank = { width: 3000, height: 2000, channels: 3, background: { r: 120, g: 90, b: 40 } } as const;
  return await sharp({ create: blank })
    .withExif({ IFD3: { GPSLatitude: "52/1 31/1 12/1", GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
}
