import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * Below these versions a published advisory reaches the product. Raise a floor, or add one, when the next is published:
 * a change that brings an older version back then fails.
 */
const FLOORS: Record<string, [version: string, advisories: string]> = {
  next: ["16.3.4", "GHSA-p293-qw3h-jr36, GHSA-2xp9-vwfh-vxw4 and, before, CVE-2025-55182, CVE-2026-23869"],
  sharp: ["0.35.4", "GHSA-rgj7-g3m4-5g8c"],
  nodemailer: ["9.1.1", "GHSA-2x7j-588g-ccc2, GHSA-8m3c-c648-2xjj, GHSA-wmmp-3585-3rmp"],
  "next-auth": ["4.24.12", "GHSA-5jpx-9hw9-2fx4"],
};

interface Locked {
  version: string;
  dev?: boolean;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const productOnly = Object.entries(packages).filter(([, { dev }]) => !dev);
const versionsOf = (name: string) =>
  productOnly.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version);

/** Below zero when `one` is the older version. A prerelease counts as its release's elder. */
function compare(one: string, other: string): number {
  const [numbers, others] = [one, other].map(
    (version) => version.split("-")[0]?.split(".").map(Number) ?? [],
  );
  for (const [index, number] of (numbers ?? []).entries()) {
    const difference = number - (others?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(other.includes("-")) - Number(one.includes("-"));
}

test.each(Object.entries(FLOORS))("%s is installed above its advisories", (name, [floor, advisories]) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(
    versions.filter((version) => compare(version, floor) < 0),
    advisories,
  ).toEqual([]);
});

test.each([
  ["1.10.0", "1.9.9", 1],
  ["0.35.3", "0.35.4", -1],
  ["2.0.0", "2.0.0", 0],
  ["2.0.0-rc.1", "2.0.0", -1],
])("%s against %s", (one, other, sign) => {
  expect(Math.sign(compare(one, other))).toBe(sign);
});

test("every dependency is named by one exact version", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(String(range)))).toEqual([]);
});
