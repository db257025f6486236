import { dictionary } from "@zxcvbn-ts/language-common";

/** What a password may not be built from: the person's name and address, the organisation's name. */
export interface PasswordOwner {
  name: string;
  email: string;
  organisation: string;
}

/** Fewer different characters than this are tried by counting up. */
const FEWEST_CHARACTERS = 5;
/** A part this short, repeated, is no more than the part. */
const SHORT_PART = 6;
/** So much must be left of a password without the words that everybody knows of its owner. */
const LEFT_OVER = 8;
const SHORTEST_WORD = 3;

const common = new Set(dictionary.passwords);

/**
 * Why a password would be guessed early, as a sentence that says what to do; null when it would not. Known: the 49,000
 * most used passwords of zxcvbn-ts, alone, dressed up with digits and signs, or repeated.
 */
export function weaknessOf(password: string, owner: PasswordOwner): string | null {
  const text = password.normalize("NFKC").toLowerCase();
  const part = repeatedPart(text);
  if (new Set(text).size < FEWEST_CHARACTERS || isSequence(text) || part.length <= SHORT_PART) {
    return "This repeats or counts, so it is tried early. Use several words that do not belong together.";
  }
  if ([text, part, undressed(text)].some((known) => common.has(known))) {
    return "This is among the passwords that are tried first. Use several words that do not belong together.";
  }
  if (withoutWordsOf(owner, text).length < LEFT_OVER) {
    return "This is built from your name, your address or your organisation. Use words that nobody links to you.";
  }
  return null;
}

/** The shortest text that gives the whole when it is repeated. */
function repeatedPart(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

/** Whether each character follows the one before, up or down, as in 234567890123. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index));
  const follows = (step: number) => steps.every((one) => one === step || one === -9 * step);
  return follows(1) || follows(-1);
}

/** Without the digits and signs around a word. */
function undressed(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

function withoutWordsOf({ name, email, organisation }: PasswordOwner, text: string): string {
  const words = `${name} ${email} ${organisation} certtrail`
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const known = words.filter((word) => word.length >= SHORTEST_WORD).sort((a, b) => b.length - a.length);
  const left = known.reduce((rest, word) => rest.replaceAll(word, ""), text);
  return left.replace(/[^\p{L}\p{N}]/gu, "");
}
