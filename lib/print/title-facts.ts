import { formatDay } from "../day";
import type { Fact, Paper } from "../papers/paper";

/** What identifies a paper, in its title block. */
export function factsOfTitle({ standing, day, sha256 }: Paper): Fact[] {
  const facts: Fact[] = [{ term: "Standing", value: standing }];
  if (!standing.includes(formatDay(day))) facts.push({ term: "Day", value: formatDay(day) });
  if (sha256) facts.push({ term: "SHA-256 of the content", value: sha256 });
  return facts;
}
