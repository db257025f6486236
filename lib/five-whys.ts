/** A cause is looked for by so many questions, each answer asked "why?" again. */
export const MOST_WHYS = 5;

export const causeMethods = ["free_text", "five_whys"] as const;
export type CauseMethod = (typeof causeMethods)[number];

export const causeMethodNames: Record<CauseMethod, string> = {
  free_text: "Free text",
  five_whys: "Five whys",
};

const ANSWER = /^Why (\d)\? (.*)$/;

/** The cause as one text, a line for each answer: "Why 1? …". Blank answers at the end are left out; null when all are. */
export function writeWhys(answers: readonly string[]): string | null {
  const given = answers.slice(0, MOST_WHYS).map((answer) => answer.trim().replace(/\s+/g, " "));
  const last = given.findLastIndex((answer) => answer !== "");
  if (last < 0) return null;
  return given
    .slice(0, last + 1)
    .map((answer, index) => `Why ${index + 1}? ${answer}`)
    .join("\n");
}

/** The answers in a text that `writeWhys` made; any other text is the first answer. Always as many as there are questions. */
export function readWhys(cause: string | null): string[] {
  const answers = Array.from({ length: MOST_WHYS }, () => "");
  const lines = (cause ?? "").split("\n");
  const read = lines.map((line) => ANSWER.exec(line));
  if (read.some((match) => match === null)) {
    answers[0] = (cause ?? "").replace(/\s+/g, " ").trim();
    return answers;
  }
  for (const match of read) {
    const at = Number(match?.[1]) - 1;
    if (at >= 0 && at < MOST_WHYS) answers[at] = match?.[2] ?? "";
  }
  return answers;
}

/** Words shorter than this ("the", "not") say nothing about what a text is about. */
const MEANT_LETTERS = 4;
const MOSTLY = 0.8;

/** Whether a cause says little else than the finding: then it answers what happened, not why. */
export function repeatsFinding(cause: string | null, statement: string | null): boolean {
  const words = wordsOf(cause);
  const found = new Set(wordsOf(statement));
  if (words.length === 0) return false;
  return words.filter((word) => found.has(word)).length / words.length >= MOSTLY;
}

function wordsOf(text: string | null): string[] {
  const words = (text ?? "").toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length >= MEANT_LETTERS);
}
