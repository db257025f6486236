/** What is met on the way through an XML text. Names come without their prefix. */
export interface XmlTag {
  name: string;
  /** The attributes as they stand. */
  attributes: string;
  isEnd: boolean;
  /** Ends where it begins: <c/>. */
  isEmpty: boolean;
}

/**
 * Walks over the tags of an XML text once from its beginning, each with the text before it. There is no tree and no search
 * that goes back, so a text that was made to be slow is as fast as any other. Ends when `visit` returns false.
 */
export function scanXml(xml: string, visit: (tag: XmlTag, before: string) => unknown): void {
  let from = 0;
  let text = "";
  for (;;) {
    const open = xml.indexOf("<", from);
    if (open < 0) return;
    text += xml.slice(from, open);
    if (xml.startsWith("<![CDATA[", open)) {
      const end = xml.indexOf("]]>", open);
      if (end < 0) return;
      text += xml.slice(open + 9, end).replaceAll("&", "&amp;");
      from = end + 3;
      continue;
    }
    const isComment = xml.startsWith("<!--", open);
    const close = xml.indexOf(isComment ? "-->" : ">", open);
    if (close < 0) return;
    from = close + (isComment ? 3 : 1);
    if (isComment) continue;
    if (visit(readTag(xml.slice(open + 1, close)), text) === false) return;
    text = "";
  }
}

function readTag(inside: string): XmlTag {
  const isEnd = inside.startsWith("/");
  const isEmpty = inside.endsWith("/");
  const bare = inside.slice(isEnd ? 1 : 0, isEmpty ? -1 : undefined);
  const space = bare.search(/\s/);
  const full = space < 0 ? bare : bare.slice(0, space);
  const name = full.slice(full.indexOf(":") + 1);
  return { name, attributes: space < 0 ? "" : bare.slice(space), isEnd, isEmpty };
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, "" where it is not stated. */
export function attributeOf({ attributes }: XmlTag, name: string): string {
  const known = patterns.get(name) ?? new RegExp(`\\s(?:\\w+:)?${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  const [, double, single] = known.exec(attributes) ?? [];
  return plainText(double ?? single ?? "");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const MAX_CODE_POINT = 0x10ffff;

/** The text that XML and Excel wrote in signs of their own: &amp;, &#228;, _x000D_. */
export function plainText(xml: string): string {
  if (!xml.includes("&") && !xml.includes("_x")) return xml;
  return xml
    .replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : "";
    })
    .replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
