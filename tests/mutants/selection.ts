import { listImports, listSources } from "../support/source";
import type { Cell } from "./cells";

/** Which checks a run takes out, and which cells it asks. */
export interface Selection {
  isWanted: (check: string) => boolean;
  /** Whether the cell could come to a wanted check: its file, or one that it loads, has one. */
  isAsked: (cell: Cell) => boolean;
  isWhole: boolean;
}

/**
 * What CERTTRAIL_MUTANTS asks for: "1" is everything, any other text a pattern for the checks. CERTTRAIL_MUTANT_CELLS may be a
 * pattern for "cell as asker" besides; with it, too, a run is no whole one.
 */
export function selectionOf({
  CERTTRAIL_MUTANTS = "1",
  CERTTRAIL_MUTANT_CELLS = "",
}: NodeJS.ProcessEnv): (checks: readonly string[]) => Selection {
  const checkPattern = new RegExp(CERTTRAIL_MUTANTS === "1" ? "" : CERTTRAIL_MUTANTS);
  const cellPattern = new RegExp(CERTTRAIL_MUTANT_CELLS);
  const isWanted = (check: string) => checkPattern.test(check);
  return (checks) => {
    const wanted = checks.filter(isWanted);
    const files = new Set(wanted.map((check) => check.split(": ")[0] ?? ""));
    // A permission or a guard is asked from anywhere.
    const isAnywhere = wanted.some((check) => /^(permission|guard) |^lib\/(session|action)/.test(check));
    const loads = loadsAny(files);
    return {
      isWanted,
      isAsked: ({ key, asker, file }) =>
        cellPattern.test(`${key} as ${asker}`) && (isAnywhere || loads(file)),
      isWhole: CERTTRAIL_MUTANTS === "1" && CERTTRAIL_MUTANT_CELLS === "",
    };
  };
}

/** Tells of a file whether it is one of these or loads one of them, directly or through others. */
function loadsAny(files: ReadonlySet<string>): (file: string) => boolean {
  const nameOf = (path: string) => path.replace(/\.(ts|tsx|mjs)$/, "");
  const wanted = new Set([...files].map(nameOf));
  const imports = new Map(
    listSources().map((source) => [
      nameOf(source.path),
      listImports(source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to),
    ]),
  );
  return (file) => {
    const seen = new Set<string>();
    const open = [nameOf(file)];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (wanted.has(one)) return true;
      if (seen.has(one)) continue;
      seen.add(one);
      open.push(...(imports.get(one) ?? []));
    }
    return false;
  };
}
