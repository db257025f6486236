import { expect, test } from "vitest";
import { type Layer, layers } from "../support/layers";
import { listImports, listSources, type SourceFile } from "../support/source";

const MAX_LINES = 250;
const sources = listSources();
const product = sources.filter(({ path }) => /^(app|components|lib|prisma)\//.test(path));

/** Lines of the files in which a pattern stands, as "file:line what". */
function linesWith(pattern: RegExp, files: readonly SourceFile[] = sources): string[] {
  return files.flatMap(({ path, code }) =>
    [...code.matchAll(new RegExp(pattern, "gm"))].map(
      (match) => `${path}:${code.slice(0, match.index).split("\n").length} ${match[0].trim()}`,
    ),
  );
}

function layerOf(path: string): Layer | undefined {
  const fits = (prefix: string) =>
    prefix.endsWith("/") ? path.startsWith(prefix) : path === prefix || path.startsWith(`${prefix}.`);
  const length = (layer: Layer) => Math.max(0, ...layer.prefixes.filter(fits).map((prefix) => prefix.length));
  return layers.filter((layer) => length(layer) > 0).sort((a, b) => length(b) - length(a))[0];
}

test("imports point one way, and pure parts import no package they are not given", () => {
  const wrong = product
    .filter(({ path }) => !path.endsWith(".css"))
    .flatMap((file) => {
      const layer = layerOf(file.path);
      if (!layer) return [`${file.path} is in no layer of tests/support/layers.ts`];
      return listImports(file)
        .filter(({ to, typeOnly }) => !isOpen(layer, to, typeOnly))
        .map(
          ({ from, to, typeOnly }) => `${from} (${layer.name}) imports ${typeOnly ? "types of " : ""}${to}`,
        );
    });
  expect(wrong).toEqual([]);
});

function isOpen(layer: Layer, to: string, typeOnly: boolean): boolean {
  if (to.startsWith("npm:")) {
    const name = to.slice(4);
    return typeOnly || name === "server-only" || !layer.packages || layer.packages.includes(name);
  }
  const other = layerOf(to);
  if (!other) return /\/data\/[^/]+\.json$/.test(to) || to.endsWith(".css");
  if (other === layer || layer.imports.includes(other.name)) return true;
  return typeOnly && (layer.types ?? []).includes(other.name);
}

test("the allow-list names real layers, and no two layers import each other", () => {
  const names = layers.map(({ name }) => name);
  const unknown = layers.flatMap(({ imports, types = [] }) =>
    [...imports, ...types].filter((name) => !names.includes(name)),
  );
  expect(unknown).toEqual([]);
  const mutual = layers.flatMap((one) =>
    layers.filter((two) => one.imports.includes(two.name) && two.imports.includes(one.name)),
  );
  expect(mutual.map(({ name }) => name)).toEqual([]);
});

test("Prisma is known to the store, to prisma/ and to what tests them alone", () => {
  const others = sources.filter(({ path }) => !/^(lib\/store|prisma|tests|scripts)\//.test(path));
  expect(linesWith(/\bprisma\b/i, others)).toEqual([]);
  const importing = sources.filter((file) =>
    listImports(file).some(({ to }) => /^npm:@?prisma|generated\//.test(to)),
  );
  const outside = importing.map(({ path }) => path).filter((path) => !/^(lib\/store|prisma)\//.test(path));
  expect(outside).toEqual(["tests/mutants/rehearsal.ts", "tests/support/rows.ts"]);
});

test("the wall clock is read in lib/clock.ts alone", () => {
  const others = sources.filter(({ path }) => path !== "lib/clock.ts");
  expect(linesWith(/\bnew\s+Date\(\s*\)|\bDate\.now\(|(?<!new\s)\bDate\(\s*\)/, others)).toEqual([]);
  expect(linesWith(/\bnew\s+Date\(\s*\)/, sources)).toHaveLength(1);
});

/** Server actions that change nothing of the record, with the reason why they need no submission. */
const PLAIN_ACTIONS: Record<string, string> = {
  saveTheme: "keeps a cookie of the look",
  saveKeys: "keeps a cookie of the keyboard",
  signOut: "ends the asker's own session",
};

test("every server action is made by action(, publicAction( or linkAction(", () => {
  const files = sources.filter(({ text }) => /^["']use server["']/m.test(text));
  expect(files.length).toBeGreaterThan(3);
  const made = /^export const (\w+) = (?:action|publicAction|linkAction)\(/gm;
  const names = files.flatMap(({ code }) => [...code.matchAll(made)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(5);
  const others = files.flatMap(({ path, code }) =>
    [
      ...code
        .replace(made, "")
        .matchAll(/^\s*export (?!(?:type|interface)\b)(?:async )?(?:function\*? |const )?(\S+?)\b.*$/gm),
    ]
      .filter(([, name]) => !(path.endsWith("frame-actions.ts") && name && name in PLAIN_ACTIONS))
      .map(([line]) => `${path} ${line.trim()}`),
  );
  expect(others).toEqual([]);
  expect(linesWith(/^\s+["']use server["']/)).toEqual([]);
});

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

test("no file hands on what another file exports", () => {
  expect(sources.filter(({ path }) => /\/index\.\w+$/.test(path))).toEqual([]);
  expect(linesWith(/^export (?:type )?(?:\*|\{[^}]*\} from).*$/)).toEqual([]);
});

/** The files of which Next demands a default export, and the tools' own settings. */
const DEFAULT_EXPORTS =
  /^app\/(.*\/)?(page|layout|not-found|error|global-error|loading|template|default|robots|sitemap)\.tsx?$/;

test("a default export is where Next demands one, and nowhere else", () => {
  const others = sources.filter(({ path }) => !DEFAULT_EXPORTS.test(path));
  expect(linesWith(/^export default\b.*$|^export \{[^}]*\bas default\b.*$/, others)).toEqual([]);
});

test("names of files and folders are kebab-case and say what is in them", () => {
  const parts = [...new Set(sources.flatMap(({ path }) => path.split("/")))];
  const fromNext = /^(\([a-z-]+\)|\[(\.\.\.)?[a-z]+\])$/;
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  // A migration begins with the second it was made in, as Prisma wants it.
  expect(parts.filter((part) => !fromNext.test(part) && !kebab.test(part))).toEqual([]);
  const nothingSaid = /^(utils?|helpers?|misc|common|managers?|services?|types)$/;
  const words = (part: string) => [
    part.split(".")[0] ?? "",
    ...part.split(/[.-]/).filter((word) => /^(util|helper|misc)/.test(word)),
  ];
  expect(parts.filter((part) => words(part).some((word) => nothingSaid.test(word)))).toEqual([]);
});

test("types are never given up, and no check is switched off", () => {
  expect(linesWith(/\bas\s+any\b|[:<,(|]\s*any\b\s*[\])>,;=[]|\bany\[\]/, sources)).toEqual([]);
  const switchedOff = /@ts-(?:ignore|nocheck|expect-error)|(?:biome|eslint|prettier)-(?:ignore|disable)/;
  expect(
    sources
      .filter(({ text }) => switchedOff.test(text) && !text.includes("switchedOff"))
      .map(({ path }) => path),
  ).toEqual([]);
});

test("nothing is left for later, and no error is swallowed", () => {
  const later = /\b(?:TODO|FIXME|XXX|HACK)\b/;
  expect(
    sources.filter(({ text }) => later.test(text) && !text.includes("FIXME|XXX")).map(({ path }) => path),
  ).toEqual([]);
  expect(
    linesWith(/\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(?:\{\s*\}|undefined)\)/, product),
  ).toEqual([]);
});

test("every test is run, and none sleeps", () => {
  const tests = sources.filter(({ path }) => path.startsWith("tests/"));
  expect(linesWith(/\b(?:test|it|describe|suite)\.(?:skip|only|todo|skipIf|runIf|fails)\b/, tests)).toEqual(
    [],
  );
  const waiting = tests
    .filter(({ code }) => /\bsetTimeout\b|waitForTimeout/.test(code))
    .map(({ path }) => path);
  // web.ts asks a starting server until it answers; that wait ends with the answer.
  expect(
    waiting.filter((path) => !["tests/support/web.ts", "tests/unit/architecture.test.ts"].includes(path)),
  ).toEqual([]);
});

test("looks come from classes: no element carries a style of its own", () => {
  expect(
    linesWith(
      /\sstyle=/,
      sources.filter(({ path }) => path.endsWith(".tsx")),
    ),
  ).toEqual([]);
});
