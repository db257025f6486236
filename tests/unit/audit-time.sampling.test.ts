import { expect, test } from "vitest";
import { MAX_SITES, type SampleKind, siteSample } from "@/lib/audit-time/sampling";

const SITES = [1, 2, 3, 4, 5, 9, 10, 16, 25, 50, 100];

test.each<[SampleKind, number[]]>([
  ["initial", [1, 2, 2, 2, 3, 3, 4, 4, 5, 8, 10]],
  ["surveillance", [1, 1, 2, 2, 2, 2, 2, 3, 3, 5, 6]],
  ["recertification", [1, 2, 2, 2, 2, 3, 3, 4, 4, 6, 8]],
])("samples for an %s audit are those of the published table (MS-3)", (kind, expected) => {
  expect(SITES.map((sites) => siteSample(sites, kind))).toEqual(expected);
});

test("the sample is the smallest that is large enough, for every number of sites", () => {
  for (let sites = 0; sites <= 12_000; sites += 1) {
    for (const [kind, factor] of [
      ["initial", 100],
      ["surveillance", 36],
      ["recertification", 64],
    ] as const) {
      const sample = siteSample(sites, kind);
      const isEnough = 100 * sample ** 2 >= factor * sites;
      const isSmallest = sample === 0 || 100 * (sample - 1) ** 2 < factor * sites;
      if (!isEnough || !isSmallest) expect.fail(`${sample} of ${sites} sites, ${kind}`);
    }
  }
  expect(siteSample(10_000, "initial")).toBe(100);
});

test("no site gives no sample, and the largest network gives one", () => {
  expect(siteSample(0, "initial")).toBe(0);
  expect(siteSample(MAX_SITES, "initial")).toBe(317);
});

test.each([-1, 1.5, Number.NaN, MAX_SITES + 1])("%d sites are refused", (sites) => {
  expect(() => siteSample(sites, "initial")).toThrow(/is not a number of sites/);
});
