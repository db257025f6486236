import fc from "fast-check";

/** What the store keeps of a text, with those that files are hard on: signs that XML can hold, no blanks at the ends. */
export const storedText = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "-5 °C",
      "@SUM(A1)",
      "'quoted'",
      'say "no"; a, b',
      "two\nlines",
      "_x000D_",
      "&amp; <b>",
      "5.10",
    ),
  )
  .map(
    (one) => one.replace(/[^\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "").trim() || null,
  );
