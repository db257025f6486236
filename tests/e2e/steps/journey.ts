import type { Page } from "playwright-core";
import type { Site } from "../../support/site";

/** The people of the demonstration who carry a journey, by first name. */
export const emails = {
  ana: "ana.ruiz@northwind.example",
  viktor: "viktor.lang@northwind.example",
  sam: "sam.okafor@northwind.example",
  tomas: "tomas.novak@meridian.example",
  lena: "lena.vogt@meridian.example",
  omar: "omar.haddad@meridian.example",
  ruth: "ruth.sandberg@meridian.example",
};

export type Name = keyof typeof emails;

/** A story of one project: who is signed in, and where the project's pages are for each of them. */
export interface Story {
  site: Site;
  projectId: string;
  /** The page of a person, signed in once a day of the story. */
  as: (name: Name) => Promise<Page>;
  /** Opens a page of the project as a person. */
  open: (name: Name, path: string) => Promise<Page>;
  /** Another day: everybody signs in again. */
  moveTo: (day: string) => Promise<void>;
  /** Acts that were refused so far. */
  refused: number;
  /** How many entries the trail has: a refused act adds none. */
  countEntries: () => Promise<number>;
}

const orgs: Record<string, string> = { northwind: "northwind", meridian: "meridian-certification" };

export function tellStory(site: Site): Story {
  const pages = new Map<Name, Page>();
  const story: Story = {
    site,
    projectId: "",
    refused: 0,
    async as(name) {
      const known = pages.get(name);
      if (known) return known;
      const page = await site.signInAs(emails[name]);
      page.setDefaultTimeout(30_000);
      pages.set(name, page);
      return page;
    },
    async open(name, path) {
      const page = await story.as(name);
      const domain = emails[name].split("@")[1]?.split(".")[0] ?? "";
      await page.goto(`/${orgs[domain]}${path.replace("{p}", `/projects/${story.projectId}`)}`);
      await page.locator("#main h1").waitFor();
      return page;
    },
    async moveTo(day) {
      pages.clear();
      await site.moveTo(`${day}T09:00:00Z`);
    },
    async countEntries() {
      const [row] = await site.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM event WHERE project_id = $1",
        story.projectId,
      );
      return row?.count ?? 0;
    },
  };
  return story;
}

/** Runs attempts that must change nothing: the trail is as long afterwards as before. */
export async function changesNothing(story: Story, attempt: () => Promise<void>): Promise<void> {
  const before = await story.countEntries();
  await attempt();
  const after = await story.countEntries();
  if (after !== before) throw new Error(`A refused act wrote ${after - before} entries.`);
  story.refused += 1;
}
