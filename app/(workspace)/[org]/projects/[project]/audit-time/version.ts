import { notFound } from "next/navigation";

/** The version that an address asks for, undefined for the newest; a text that is no number is nowhere. */
export function versionOf(text: string | string[] | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== "string" || !/^[1-9]\d{0,3}$/.test(text)) notFound();
  return Number(text);
}
