import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, the longest first. */
const LONGEST = [
  ...["axe", "crawl", "model-runs", "fuzz", "journey-one-sided", "load", "fields", "journey-two-sided"],
  ...["killed", "many-at-once", "export"],
];

/** Begins with what takes longest: two go side by side, and one that is begun last keeps the other waiting at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.indexOf(basename(moduleId).split(".")[0] ?? "");
      return rank < 0 ? LONGEST.length : rank;
    };
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
