import { formatDay, parseDay } from "../day";
import { findingStateNames } from "../lifecycle/finding-words";
import { auditNames, concernStateNames, gradeNames } from "../lifecycle/naming";
import { formatMoney } from "../money";
import type { JsonValue } from "./canonical-json";
import { Html, html } from "./html";
import { recordStyle } from "./record-style";

type JsonObject = { [key: string]: JsonValue };

/** More columns than these do not fit on a sheet. */
const MAX_COLUMNS = 6;
const LONG_CELL = 300;
/** What only a program needs: it stands in record.json. */
const FOR_PROGRAMS = /^(id|key|hash|publicToken|slug)$|Ids?$|[a-z]Sha256$/;
const CENTIDAYS = 100;
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

/** How the codes of the record read on every screen, by the section and the name they stand under. */
const words: Record<string, Record<string, string>> = {
  "findings state": findingStateNames,
  "concerns state": concernStateNames,
  "audits kind": auditNames,
  "findings auditKind": auditNames,
  grade: gradeNames,
  from: gradeNames,
  to: gradeNames,
};
/** Names under which a code of one word stands, which reads as a word of its own. */
const CODED = /^(kind|state|\w+State|verdict|role|outcome|conclusion|recommendation|standing|side|\w+Side)$/;

/** What a name of the record is called where its own words do not say it. */
const labels: Record<string, string> = {
  no: "No.",
  requirementRef: "Requirement",
  subRef: "Part of it",
  siteName: "Site",
  auditKind: "Audit",
  isPlanInPreparation: "Plan not submitted yet",
  isInPreparation: "Not submitted yet",
  isOwnDraft: "Own draft",
  at: "When",
  by: "Who",
  did: "Did what",
};

/** A record as one page that needs no script and prints: every member of it that a person reads, under its name. */
export function recordPage(title: string, lead: string, record: JsonObject): string {
  const sections = Object.entries(record).filter(([, value]) => typeof value === "object" && value !== null);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Html(recordStyle)}</style>
</head>
<body>
<header><h1>${title}</h1><p>${lead}</p>
<nav aria-label="Sections"><ul>${sections.map(([key]) => html`<li><a href="#${key}">${labelOf(key)}</a></li>`)}</ul></nav>
</header>
<main>
${sections.map(
  ([key, value]) => html`<section id="${key}"><h2>${labelOf(key)}</h2>${write(value, key)}</section>
`,
)}</main>
</body>
</html>
`.text;
}

/** "planDueOn": "Plan due on" */
function labelOf(key: string): string {
  const named = labels[key];
  if (named) return named;
  const spaced = key.replace(/([A-Z])/g, " $1").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function write(value: JsonValue, section: string, key = section): Html {
  if (Array.isArray(value)) return writeList(value, section, key);
  if (value !== null && typeof value === "object") return writeFacts(value, section);
  return writeWord(value, section, key);
}

function writeWord(value: JsonValue, section: string, key: string): Html {
  if (value === null || value === "") return html`<span class="none">Not stated</span>`;
  if (typeof value === "boolean") return html`${value ? "Yes" : "No"}`;
  const text = String(value);
  const known = (words[`${section} ${key}`] ?? words[key])?.[text];
  return html`${known ?? (CODED.test(key) ? labelOf(text.replaceAll("_", " ")) : inWords(text))}`;
}

function inWords(text: string): string {
  const day = parseDay(text);
  if (day) return formatDay(day);
  const instant = INSTANT.exec(text);
  const on = parseDay(instant?.[1] ?? "");
  if (on) return `${formatDay(on)}, ${instant?.[2]} UTC`;
  return /^[a-z]+(_[a-z0-9]+)+$/.test(text) ? labelOf(text.replaceAll("_", " ")) : text;
}

/** In a list what is not stated is left out: most records of it do not need most of what one can have. */
function withoutGaps(facts: JsonObject): JsonObject {
  const isStated = (value: JsonValue) =>
    value !== null && value !== "" && (typeof value !== "object" || Object.keys(value).length > 0);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isStated(value)));
}

/** Hundredths of a day as days, minor units of a currency as an amount. */
function withAmounts(facts: JsonObject): JsonObject {
  const { currency } = facts;
  const told = Object.entries(facts).map(([key, value]): [string, JsonValue] => {
    if (typeof value !== "number") return [key.replace(/(Centidays|Minor)$/, ""), value];
    if (key.endsWith("Centidays")) return [key.replace(/Centidays$/, "Days"), value / CENTIDAYS];
    if (key.endsWith("Minor") && typeof currency === "string")
      return [key.replace(/Minor$/, ""), formatMoney({ minor: value, currency })];
    return [key, value];
  });
  return Object.fromEntries(told);
}

function shownFacts(facts: JsonObject): [string, JsonValue][] {
  return Object.entries(facts).filter(([key]) => !FOR_PROGRAMS.test(key));
}

function writeFacts(facts: JsonObject, section: string): Html {
  return html`<dl>
${shownFacts(withAmounts(facts)).map(([key, value]) => writeFact(key, value, section))}</dl>`;
}

function writeFact(key: string, value: JsonValue, section: string): Html {
  return html`<div><dt>${labelOf(key)}</dt><dd>${write(value, sectionOf(section, key, value), key)}</dd></div>
`;
}

/** A list inside a section is one of its own: its states have their own words. */
const sectionOf = (section: string, key: string, value: JsonValue) => (Array.isArray(value) ? key : section);

function writeList(list: JsonValue[], section: string, key: string): Html {
  if (list.length === 0) return html`<p class="none">None</p>`;
  const objects = list.filter(
    (one): one is JsonObject => one !== null && typeof one === "object" && !Array.isArray(one),
  );
  if (objects.length < list.length) {
    return html`<ul>${list.map((one) => html`<li>${write(one, section, key)}</li>`)}</ul>`;
  }
  const columns = [...new Set(objects.flatMap((one) => shownFacts(one).map(([name]) => name)))];
  return isTable(objects, columns)
    ? writeTable(objects, columns, section)
    : html`${objects.map((one) => writeArticle(one, section))}`;
}

function writeArticle(one: JsonObject, section: string): Html {
  return html`<article><h3>${nameOf(one, section)}</h3>${writeFacts(withoutGaps(one), section)}</article>
`;
}

function isTable(objects: readonly JsonObject[], columns: readonly string[]): boolean {
  const isShort = (value: JsonValue | undefined) =>
    typeof value !== "object" || value === null ? String(value ?? "").length <= LONG_CELL : false;
  return columns.length <= MAX_COLUMNS && objects.every((one) => columns.every((name) => isShort(one[name])));
}

function writeTable(objects: readonly JsonObject[], columns: readonly string[], section: string): Html {
  return html`<table><thead><tr>${columns.map((name) => html`<th scope="col">${labelOf(name)}</th>`)}</tr></thead>
<tbody>${objects.map(
    (
      one,
    ) => html`<tr>${columns.map((name) => html`<td>${writeCell(one[name] ?? null, section, name)}</td>`)}</tr>
`,
  )}</tbody></table>`;
}

/** In a table an empty cell says that nothing is stated. */
function writeCell(value: JsonValue, section: string, name: string): Html {
  return value === null || value === "" ? html`` : write(value, section, name);
}

/** What one record of a list is called: its number, or whatever names it. */
function nameOf(one: JsonObject, section: string): Html {
  const key = ["number", "name", "body", "sentence", "kind", "label", "no"].find(
    (name) => one[name] !== undefined && one[name] !== null,
  );
  return key ? write(one[key] ?? null, section, key) : html`${labelOf(section)}`;
}
