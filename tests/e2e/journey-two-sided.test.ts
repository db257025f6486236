import { expect, test } from "vitest";
import { serveSite } from "../support/site";
import { tellStory } from "./steps/journey";
import { tellWholeJourney } from "./steps/whole-journey";

// Two processes take its requests in turn: nothing may live in one of them.
const site = serveSite({ replicas: 2 });

/** Acts that were refused on the way; each showed its reason and rule, and wrote nothing. */
const LEAST_REFUSED = 12;

test("a certification goes from the first idea to the public check, each person with the own acts", async () => {
  const story = tellStory(site);
  await tellWholeJourney(story);
  expect(story.refused).toBeGreaterThanOrEqual(LEAST_REFUSED);
});
