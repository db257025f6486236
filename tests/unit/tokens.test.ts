import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/tokens.css", "utf8");
const pairs = new Map(
  [...css.matchAll(/--([a-z-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g)].map((match) => [
    match[1] ?? "",
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);

type Theme = "light" | "dark";
const themes: Theme[] = ["light", "dark"];

function colour(token: string, theme: Theme): string {
  const pair = pairs.get(token);
  if (!pair) throw new Error(`--${token} is not in tokens.css`);
  return pair[theme];
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: Theme): number {
  const [light = 0, dark = 0] = [colour(front, theme), colour(back, theme)]
    .map(luminance)
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const tones = ["danger", "warning", "info", "success", "neutral"];

/** Every pair of text and ground that the components use (WCAG 1.4.3: 4.5). */
const texts: [string, string][] = [
  ...["text", "muted", "subtle", "link"].flatMap((front): [string, string][] =>
    ["surface", "bg", "sunken"].map((back) => [front, back]),
  ),
  ["text", "selected"],
  ["link", "selected"],
  ["bg", "text"],
  ["on-primary", "primary"],
  ["on-primary", "primary-hover"],
  ["on-danger-button", "danger-button"],
  ["on-danger-button", "danger-button-hover"],
  ["overdue-fg", "overdue-bg"],
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-fg`, `${tone}-bg`],
    [`${tone}-fg`, "surface"],
    [`${tone}-fg`, "bg"],
    ["text", `${tone}-bg`],
    ["muted", `${tone}-bg`],
    ["link", `${tone}-bg`],
  ]),
  // Marks of the steps of a record.
  ["surface", "success"],
  ["surface", "danger"],
];

/** Borders of controls, bars, icons and the focus ring (WCAG 1.4.11: 3). */
const shapes: [string, string][] = [
  ...["control", "focus", ...tones].flatMap((front): [string, string][] =>
    ["surface", "bg", "sunken"].map((back) => [front, back]),
  ),
  ["primary", "selected"],
  ["focus", "selected"],
];

describe.each(themes)("colours of the %s theme", (theme) => {
  it.each(texts)("text %s on %s reaches 4.5", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("shape %s on %s reaches 3", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

describe("the list of colours", () => {
  it("computes as WCAG does: white on black is 21", () => {
    const white = luminance("#ffffff");
    const black = luminance("#000000");
    expect((white + 0.05) / (black + 0.05)).toBeCloseTo(21, 5);
  });

  it("gives every colour of the theme a light and a dark value", () => {
    const used = [...css.matchAll(/--color-([a-z-]+): var\(--([a-z-]+)\)/g)].map((match) => match[2] ?? "");
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((token) => !pairs.has(token))).toEqual([]);
    expect([...pairs.keys()].filter((token) => !used.includes(token))).toEqual([]);
  });
});
