import { formatDay, parseDay } from "@/lib/day";

/** What an event's sentence is told: names, numbers of records, ISO days, counts. */
export type EventData = Readonly<Record<string, string | number | boolean>>;

/** One kind of event: what the trail's filter calls it, and its sentence in the past tense, after the person's name. */
export interface EventText<D> {
  label: string;
  says: (data: D) => string;
}

/** Data with the reason that was given. */
export type Reasoned = {
  reason: string;
};

export function told<D extends EventData = Record<never, never>>(
  label: string,
  says: string | ((data: D) => string),
): EventText<D> {
  return { label, says: typeof says === "string" ? () => says : says };
}

/** "27 Mar 2027"; the text itself where it is no day. */
export function onDay(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDay(day);
}

/** "1 file", "3 files" */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
