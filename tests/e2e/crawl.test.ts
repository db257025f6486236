import { expect, inject, test } from "vitest";
import { crawl } from "../support/crawl";
import { serveSite } from "../support/site";

/** People at work at the same time: enough for two cores. */
const AT_ONCE = 3;

const site = serveSite();

test("every link of every page answers, for every person of the demonstration, and no page shows raw values", async () => {
  const problems: string[] = [];
  const waiting = [...inject("demo").signIns];
  const reached: number[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { email, role } = next;
      const page = await site.signInAs(email);
      const addresses = await crawl(page, (path, problem) => problems.push(`${role}: ${path} ${problem}`));
      reached.push(addresses.length);
      await page.context().close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(problems).toEqual([]);
  expect(reached).toHaveLength(inject("demo").signIns.length);
  expect(Math.max(...reached)).toBeGreaterThan(60);
});
