import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

/** Running text, what stands out, and the signs that neither of the two has: arrows, comparisons, mathematics. */
export type Face = "regular" | "strong" | "signs";

const FILES: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  strong: "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  signs: "@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf",
};

export const faces = Object.keys(FILES) as Face[];

const { resolve } = createRequire(import.meta.url);
const loaded = new Map<Face, Font>();

/** A face with its letters; read once a thread. */
export function loadFace(face: Face): Font {
  const known = loaded.get(face);
  if (known) return known;
  const font = create(readFileSync(resolve(FILES[face])));
  if (!("layout" in font)) throw new Error(`${FILES[face]} holds more than one font.`);
  loaded.set(face, font);
  return font;
}

/** What is not drawn at all: joiners, marks of direction, selectors of a look. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** A text as the faces can draw it. */
export const drawable = (text: string) => text.replace(UNSEEN, "");

/** A piece of a line that one face draws. */
export interface Run {
  face: Face;
  text: string;
}

/** What both main faces have for certain; most lines hold nothing else. */
const ASCII = /^[ -~]*$/;

/** A line in pieces: each sign in the wanted face, or in the one for signs where that face lacks it. */
export function runsOf(face: Face, text: string): Run[] {
  if (ASCII.test(text)) return [{ face, text }];
  const runs: Run[] = [];
  for (const sign of text) {
    const own = hasSign(face, sign) || !hasSign("signs", sign) ? face : "signs";
    const last = runs.at(-1);
    if (last?.face === own) last.text += sign;
    else runs.push({ face: own, text: sign });
  }
  return runs;
}

/** Whether every sign of a run is in its face; others are drawn as boxes. */
export const isWhole = ({ face, text }: Run) =>
  ASCII.test(text) || [...text].every((sign) => hasSign(face, sign));

const hasSign = (face: Face, sign: string) => loadFace(face).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
