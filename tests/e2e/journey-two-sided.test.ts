import { expect, test } from "vitest";
import { serveSite } from "../support/site";
import { holdStage1, logFindings, planAudit, prepare, reportStage2, settleConcern } from "./steps/auditing";
import { answer, apply, choose, sign, startAndAsk } from "./steps/choosing";
import { agreePlans, refuseDecisions, refusePlans, verifyMajors } from "./steps/correcting";
import { certify, decide } from "./steps/deciding";
import { tellStory } from "./steps/journey";

const site = serveSite();

/** Acts that were refused on the way; each showed its reason and rule, and wrote nothing. */
const LEAST_REFUSED = 12;

test("a certification goes from the first idea to the public check, each person with the own acts", async () => {
  const story = tellStory(site);
  await startAndAsk(story);
  await answer(story);
  await choose(story);
  await apply(story);
  await sign(story);
  await prepare(story);
  await planAudit(story, "Stage 1", "2027-03-09", "2027-03-10");
  await story.moveTo("2027-03-10");
  await holdStage1(story);
  await planAudit(story, "Stage 2", "2027-04-19", "2027-04-23");
  await story.moveTo("2027-04-19");
  await settleConcern(story);
  await logFindings(story);
  await story.moveTo("2027-04-23");
  await reportStage2(story);
  await refusePlans(story);
  await agreePlans(story);
  await story.moveTo("2027-06-01");
  await refuseDecisions(story);
  await verifyMajors(story);
  await decide(story);
  await certify(story);
  expect(story.refused).toBeGreaterThanOrEqual(LEAST_REFUSED);
});
