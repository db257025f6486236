export interface ComboOption {
  id: string;
  label: string;
  group?: string;
}

/** How many matches are shown; more words narrow them. */
export const MAX_SHOWN_OPTIONS = 60;

/** How well an option fits: its number first, then the beginning of its label, then any place. */
function rank(option: ComboOption, words: string[]): number {
  const id = option.id.toLowerCase();
  if (words.some((word) => id === word || id.endsWith(`.${word}`) || id === `a.${word}`)) return 0;
  return option.label.toLowerCase().startsWith(words[0] ?? "") ? 1 : 2;
}

/** Options whose id or label holds every word of the text, the best first; all of them for no text. */
export function matchOptions(options: ComboOption[], text: string): ComboOption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, MAX_SHOWN_OPTIONS);
  return options
    .filter((option) => {
      const searched = `${option.id} ${option.label}`.toLowerCase();
      return words.every((word) => searched.includes(word));
    })
    .sort((a, b) => rank(a, words) - rank(b, words))
    .slice(0, MAX_SHOWN_OPTIONS);
}

/** The option meant by text typed in full: its id or its label, whatever the case. */
export function findExactOption(options: ComboOption[], text: string): ComboOption | undefined {
  const wanted = text.trim().toLowerCase();
  return options.find(
    (option) => option.id.toLowerCase() === wanted || option.label.toLowerCase() === wanted,
  );
}

/** Neighbours of one group together, groups in the order of their first option. */
export function groupOptions(options: ComboOption[]): { name: string; members: ComboOption[] }[] {
  const groups = new Map<string, ComboOption[]>();
  for (const option of options) {
    const members = groups.get(option.group ?? "");
    if (members) members.push(option);
    else groups.set(option.group ?? "", [option]);
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}
