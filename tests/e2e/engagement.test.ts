import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { serveSite } from "../support/site";
import { answer, confirm, openCheck, startAndAsk } from "./steps/choosing";
import { act, fill, formWith, refused } from "./steps/form";
import { changesNothing, type Story, tellStory } from "./steps/journey";

const site = serveSite();
const MERIDIAN = "Meridian Certification";
const RECOMMEND = `Recommend ${MERIDIAN}`;

async function isAccessible(page: Page): Promise<void> {
  expect(await listViolations(page)).toEqual([]);
}

/** A body that audited internally last year is refused with the clause; audits of three years ago are no obstacle. */
async function chooseAfterAConflict(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/selection");
  await act(ana, "Go on with a reason", {
    "Why do you go on?": "The third body declined on the phone; two offers can be compared.",
  });
  await openCheck(story, ana, MERIDIAN);
  const form = formWith(ana, RECOMMEND);
  await fill(form, {
    "Why this body?": "Offers the days that the table expects and knows payment services.",
    "Viktor Lang": true,
    "Yes, there is": true,
    "There are some": true,
    "Yes, listed below": true,
  });
  await isAccessible(ana);
  await changesNothing(story, () =>
    refused(
      ana,
      RECOMMEND,
      {
        "Whose conflict": "Viktor Lang",
        "What ties the person": "His sister works for the body, in sales",
        "What was done": "Internal audits",
        "By whom": "The body itself",
        "Name of the firm or person": "Meridian's audit desk",
        "Last day of the work": "2026-03-31",
      },
      { says: /ended on 31 Mar 2026. The body can certify this system from 31 Mar 2028/, clause: "5.2.6" },
    ),
  );
  await isAccessible(ana);
  await act(ana, RECOMMEND, { "Last day of the work": "2024-03-31" });
  const viktor = await story.open("viktor", "{p}/selection/choice");
  await viktor.getByText("Viktor Lang: His sister works for the body, in sales").waitFor();
  await viktor.getByText(/Internal audits by Meridian's audit desk .* ended on 31 Mar 2024/).waitFor();
  await isAccessible(viktor);
  await confirm(story);
}

test("a body that audited internally last year is refused with the clause, and chosen once that was three years ago", async () => {
  const story = tellStory(site);
  await startAndAsk(story);
  await answer(story);
  await chooseAfterAConflict(story);
  const viktor = await story.open("viktor", "{p}/engagement");
  await viktor.getByText("Only your organisation sees this.").waitFor();
  await isAccessible(viktor);
});
