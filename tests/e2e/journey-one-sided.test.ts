import { expect, test } from "vitest";
import { serveSite } from "../support/site";
import { tellStory } from "./steps/journey";
import { tellWholeJourney } from "./steps/whole-journey";

const site = serveSite();

/** Acts that were refused on the way; each showed its reason and rule, and wrote nothing. */
const LEAST_REFUSED = 11;

test("the same way with a body off CertTrail: the client records each of its acts, with day, person and proof", async () => {
  const story = tellStory(site, { oneSided: true });
  await tellWholeJourney(story);
  expect(story.refused).toBeGreaterThanOrEqual(LEAST_REFUSED);
  const [kept] = await site.query<{ recorded: number; unproved: number }>(
    `SELECT count(*)::int AS recorded, count(*) FILTER (WHERE f.id IS NULL)::int AS unproved
     FROM recorded_act r LEFT JOIN stored_file f ON f.id = r.file_id WHERE r.project_id = $1`,
    story.projectId,
  );
  expect(kept?.recorded).toBeGreaterThan(30);
  expect(kept?.unproved).toBe(0);
});
