import type { Page } from "playwright-core";
import type { Site } from "../../support/site";
import { recordings } from "./form";

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

/** The body of a story, and how its people are called there. */
interface Body {
  name: string;
  /** False: the client's manager records its acts. */
  isConnected: boolean;
  people: Record<"tomas" | "lena" | "omar" | "ruth", string>;
}

const connected: Body = {
  name: "Meridian Certification",
  isConnected: true,
  people: { tomas: "Tomás Novák", lena: "Lena Vogt", omar: "Omar Haddad", ruth: "Ruth Sandberg" },
};

const unconnected: Body = {
  name: "Aurora Cert",
  isConnected: false,
  people: { tomas: "Fiona Daly", lena: "Nora Quinn", omar: "Emil Strand", ruth: "Grace Hall" },
};

const isOfBody = (name: Name): name is keyof Body["people"] => name in connected.people;

/** A story of one project: who is signed in, and where the project's pages are for each of them. */
export interface Story {
  site: Site;
  body: Body;
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

/** A story with the body on CertTrail, or with one whose acts the client records. */
export function tellStory(site: Site, { oneSided = false, begins = "2027-02-09" } = {}): Story {
  const pages = new Map<Name, Page>();
  const body = oneSided ? unconnected : connected;
  let today = begins;
  const story: Story = {
    site,
    body,
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
      const isRecorded = !body.isConnected && isOfBody(name);
      const page = await story.as(isRecorded ? "ana" : name);
      if (isRecorded) recordings.set(page, { on: today, by: body.people[name] });
      else recordings.delete(page);
      const domain = isRecorded ? "northwind" : (emails[name].split("@")[1]?.split(".")[0] ?? "");
      await page.goto(`/${orgs[domain]}${path.replace("{p}", `/projects/${story.projectId}`)}`);
      await page.locator("#main h1").waitFor();
      return page;
    },
    async moveTo(day) {
      pages.clear();
      today = day;
      await site.moveTo(`${day}T09:00:00Z`);
    },
    async countEntries() {
      const [row] = await site.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM event WHERE project_id = $1 AND kind NOT LIKE '%.read'",
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
