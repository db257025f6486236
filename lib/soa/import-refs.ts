/** References as people write them: "A.5.1", "5.1", "A 5.01", "Annex A 5.1", "OC-1". */

export type ReadRef =
  | { kind: "annex"; ref: string }
  | { kind: "own"; ref: string }
  /** Three numbers, or a chapter that ISO/IEC 27001:2022 does not have: the edition of 2013. */
  | { kind: "old"; text: string }
  | { kind: "none" };

const ANNEX = /^(?:annex\s*)?(?:a(?:nnex)?)?[\s.:-]*(\d{1,2})\s*[.:]\s*(\d{1,2})\.?$/i;
const THREE = /^(?:annex\s*)?a?[\s.:-]*(\d{1,2})\.(\d{1,2})\.(\d{1,2})\.?$/i;
const OWN = /^(?!a[\s.]?\d)[a-z]{1,8}[-_. ]?\d{1,4}$/i;
const FIRST_THEME = 5;
const LAST_THEME = 8;
const LAST_OLD_CHAPTER = 18;

export function readRef(text: string): ReadRef {
  const bare = text.replace(/[\s\u00a0]+/g, " ").trim();
  const three = THREE.exec(bare);
  if (three) return { kind: "old", text: bare };
  const [, theme = "", no = ""] = ANNEX.exec(bare) ?? [];
  const chapter = Number(theme);
  if (theme && chapter >= FIRST_THEME && chapter <= LAST_THEME)
    return { kind: "annex", ref: `A.${chapter}.${Number(no)}` };
  if (theme && chapter > LAST_THEME && chapter <= LAST_OLD_CHAPTER) return { kind: "old", text: bare };
  return OWN.test(bare) ? { kind: "own", ref: bare } : { kind: "none" };
}
