import { holdStage1, logFindings, planAudit, prepare, reportStage2, settleConcern } from "./auditing";
import { answer, apply, choose, sign, startAndAsk } from "./choosing";
import { agreePlans, refuseDecisions, refusePlans, verifyMajors } from "./correcting";
import { certify, decide } from "./deciding";
import type { Story } from "./journey";

/** From the first idea to the public check of the certificate, over four months. */
export async function tellWholeJourney(story: Story): Promise<void> {
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
}
