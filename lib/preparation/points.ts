/** What a pre-audit found, point by point, as it was written: one line is one point. */

/** The longest title of a task that is made of a point; a longer one stands whole in the task's note. */
const MAX_TITLE = 200;

/** The lines of gaps and recommendations, without bullets and repeats, in their order. */
export function splitPoints(...texts: readonly (string | null)[]): string[] {
  const lines = texts.flatMap((text) => (text ?? "").split(/\r?\n/));
  const points = lines.map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, "").trim());
  return [...new Set(points.filter((point) => point !== ""))];
}

/** Title and note of the task that a point becomes. */
export function taskOf(point: string): { title: string; note: string | null } {
  const characters = [...point];
  if (characters.length <= MAX_TITLE) return { title: point, note: null };
  return {
    title: `${characters
      .slice(0, MAX_TITLE - 1)
      .join("")
      .trimEnd()}…`,
    note: point,
  };
}
