const outcomes = { grant: "Grant", ask: "Ask for more", refuse: "Refuse" } as const;

export type Outcome = keyof typeof outcomes;

/** The outcome that the address names; an address without one, or with another word, shows the grant. */
export function outcomeOf(asked: string | string[] | undefined): Outcome {
  return asked === "ask" || asked === "refuse" ? asked : "grant";
}

/** One tab an outcome; the first is the plain address of the page. */
export function outcomeTabs(path: string, current: Outcome) {
  return Object.entries(outcomes).map(([outcome, label]) => ({
    label,
    href: outcome === "grant" ? path : `${path}?outcome=${outcome}`,
    current: outcome === current,
  }));
}
