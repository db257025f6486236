/** Anything JSON can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/**
 * One text for one content: keys in byte order, no spaces. A database may give back the keys of an object in another
 * order; the hash of an issued report is made of this text, so it is the same again.
 */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(sortKeys(JSON.parse(JSON.stringify(content)) as JsonValue));
}

function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] ?? null)]));
}
