/** How many of several similar sites are audited (IAF MD 1; MS-2, MS-3). */

/** The audit the sample is drawn for. */
export type SampleKind = "initial" | "surveillance" | "recertification";

/** The most sites a sample is drawn from. */
export const MAX_SITES = 100_000;

/** The square of the factor on √N, in hundredths: 1, 0.6 and 0.8. */
const SQUARED_FACTOR: Readonly<Record<SampleKind, number>> = {
  initial: 100,
  surveillance: 36,
  recertification: 64,
};

/**
 * The smallest sample of `sites` similar sites, the central function not counted (it is audited in addition): √N for
 * an initial audit, 0.6·√N for surveillance, 0.8·√N for recertification, each rounded up. Throws a RangeError when
 * `sites` is not a whole number from 0 to MAX_SITES.
 */
export function siteSample(sites: number, kind: SampleKind): number {
  if (!Number.isInteger(sites) || sites < 0 || sites > MAX_SITES) {
    throw new RangeError(`${sites} is not a number of sites: give a whole number from 0 to ${MAX_SITES}.`);
  }
  const needed = SQUARED_FACTOR[kind] * sites;
  // The root only starts the search; the answer is decided by whole numbers, where √25 cannot become 5.000…1.
  let sample = Math.floor(Math.sqrt(needed / 100));
  while (100 * sample * sample < needed) sample += 1;
  return sample;
}
