/** Awareness training (ISO/IEC 27001 7.3): who was trained in what, and when. Names alone: nothing else is needed of people here. */
import { type Day, formatDay, parseDay } from "../day";

/** Entries of one project; more of them are kept in a system for training. */
export const MAX_AWARENESS = 5_000;
/** Of a name, a topic and a proof in words. */
export const MAX_NAME = 300;

export interface AwarenessEntry {
  person: string;
  topic: string;
  heldOn: Day;
  /** What shows it, in words; a file stands beside it. */
  words: string | null;
}

/** How many persons have an entry, of those under control of the newest scope profile; null where it is not stated. */
export interface AwarenessCount {
  trained: number;
  persons: number | null;
}

/** "12 of 85 persons", "12 persons; how many there are is not stated" */
export function tellAwareness({ trained, persons }: AwarenessCount): string {
  if (persons !== null) return `${trained} of ${persons} persons`;
  return `${trained} ${trained === 1 ? "person" : "persons"}; how many there are is not stated`;
}

/** A row of a list, as lib/sheets reads it. */
export interface ListRow {
  line: number;
  cells: readonly string[];
}

/** What holds for every row that does not say it itself. */
export interface ListDefaults {
  topic: string | null;
  heldOn: Day | null;
  words: string | null;
}

const HEADING = /^(name|person|people|employee|mitarbeiter|teilnehmer|nom|nombre)\b/i;

/**
 * Reads a list of name, topic, day and proof, the last three of which may be the same for all. Nothing of it counts while a row has
 * a problem; each is named with its line. The same entry twice is one. Pure.
 */
export function readList(
  rows: readonly ListRow[],
  defaults: ListDefaults,
  today: Day,
): { entries: AwarenessEntry[]; problems: string[] } {
  const entries = new Map<string, AwarenessEntry>();
  const problems: string[] = [];
  for (const { line, cells } of rows) {
    const [person = "", topicText = "", dayText = "", wordsText = ""] = cells.map((cell) => cell.trim());
    if (entries.size === 0 && problems.length === 0 && HEADING.test(person)) continue;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const topic = topicText || defaults.topic;
    const heldOn = dayText === "" ? defaults.heldOn : parseDay(dayText);
    const say = (sentence: string) => problems.push(`Row ${line}: ${sentence}`);
    if (person === "") say("it names nobody.");
    else if (topic === null) say("it names no topic. Enter one for all rows above.");
    else if (heldOn === null)
      say(
        dayText
          ? `“${dayText}” is no day. Write it as 2027-03-31.`
          : "it names no day. Enter one for all rows above.",
      );
    else if (heldOn > today) say(`${formatDay(heldOn)} has not come yet.`);
    else if ([person, topic, wordsText].some((text) => text.length > MAX_NAME))
      say(`a text has more than ${MAX_NAME} characters.`);
    else
      entries.set([person, topic, heldOn].join("\n"), {
        person,
        topic,
        heldOn,
        words: wordsText || defaults.words,
      });
  }
  if (entries.size === 0 && problems.length === 0) problems.push("The list names nobody.");
  return { entries: [...entries.values()], problems };
}
