import { beforeAll, expect, test } from "vitest";
import { NotThere } from "@/lib/outcome";
import { listProjects, PROJECTS_PER_PAGE } from "@/lib/store/portfolio";
import { startProject } from "@/lib/store/projects";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

/** Two whole pages: one project more than fits on two would be a third. */
const MANY = 2 * PROJECTS_PER_PAGE;
const plan = {
  standardId: "iso-27001-2022",
  scope: "Development and operation of the payment service",
  targetOn: null,
  timeZone: "Europe/Berlin",
  siteIds: [],
  persons: 85,
};

const found = () => createOrganisation("client", "Northwind", ["manager"]);
let client: Awaited<ReturnType<typeof found>>;
let stranger: Awaited<ReturnType<typeof found>>;

beforeAll(async () => {
  client = await found();
  stranger = await createOrganisation("client", "Contoso", ["manager"]);
  for (let no = 1; no <= MANY; no += 1) {
    // Each two of the same instant: the order must hold among them too.
    const now = new Date(START.getTime() + Math.floor(no / 2) * 1000);
    await startProject(client.manager, { ...plan, name: `Project ${no}` }, submission(now));
  }
});

test("a long list of projects is paged: each stands on one page, the newest first, and the last page ends it", async () => {
  const first = await listProjects(client.manager);
  expect(first.projects).toHaveLength(PROJECTS_PER_PAGE);
  const second = await listProjects(client.manager, first.next ?? "");
  expect(second.next).toBeNull();
  const names = [...first.projects, ...second.projects].map(({ name }) => name);
  expect(new Set(names).size).toBe(MANY);
  expect(names.at(-1)).toBe("Project 1");
});

test("a page that begins at another organisation's project, or at what is no id, is not there", async () => {
  const { next } = await listProjects(client.manager);
  await expect(listProjects(stranger.manager, next ?? "")).rejects.toBeInstanceOf(NotThere);
  await expect(listProjects(client.manager, "first")).rejects.toBeInstanceOf(NotThere);
});
