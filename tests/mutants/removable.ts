import { relative } from "node:path";
import type { Plugin } from "vite";
import { SWITCH } from "./switches.ts";

/** One shape of a check in the text of the product, and the same text with a switch in it. */
interface Shape {
  in: RegExp;
  find: RegExp;
  /** Tells of a place that was found whether it asks anything. */
  asks?: (code: string, at: number) => boolean;
  /** Groups are those of `find`; `off` is an expression that is true while the check is taken out. */
  put: (groups: readonly string[], off: string) => string;
}

const ACTOR = String.raw`(?:act\.)?actor\.(?:organisationId|personId)`;
const STORE = /^lib\/store\/(?!reach\.ts$)[\w-]+\.ts$/;
const APP = /^app\/.*\.tsx?$/;

export const shapes: readonly Shape[] = [
  {
    in: /^lib\/access\.ts$/,
    find: /return permissions\[permission\]\.some\(/g,
    put: ([all = ""]) => all.replace("return", `return globalThis.${SWITCH}("permission " + permission) ||`),
  },
  {
    in: /^lib\/action\.ts$/,
    find: /await requireWho\(envelope\.org\)/g,
    put: (_, off) => `await (${off} ? globalThis.certtrailAnybody : requireWho)(envelope.org)`,
  },
  {
    in: APP,
    find: /await (pageActor|pageAsker|pageMember|requireActor)\(/g,
    put: ([, name], off) => `await (${off} ? globalThis.certtrailAnybody.${name} : ${name})(`,
  },
  {
    in: /^lib\/session\/require-actor\.ts$/,
    find: /session\.actors\.find\(\(one\) => one\.organisationSlug === organisationSlug\)/g,
    put: ([all], off) => `(${off} ? globalThis.certtrailAnybody.memberOf(organisationSlug) : ${all})`,
  },
  {
    in: /^lib\/session\/require-actor\.ts$/,
    find: /if \(!isEnough\)/g,
    put: (_, off) => `if (!isEnough && !${off})`,
  },
  {
    in: STORE,
    find: /if \(([^\n]*(?:actor\b)[^\n]*)\) (throw new NotThere\(\)|return (?:\[\]|null))/g,
    put: ([, question, answer], off) => `if (!${off} && (${question})) ${answer}`,
  },
  {
    in: APP,
    find: /if \(([^\n]*may\(actor[^\n]*)\) (notFound\(\)|return answer\(|return answerPlainly\()/g,
    put: ([, question, answer], off) => `if (!${off} && (${question})) ${answer}`,
  },
  {
    in: STORE,
    // Who wrote a row is no question of who may read it: these columns are only ever filled.
    find: new RegExp(
      String.raw`\b(?!(?:entered|invited|added|done|answered|changed)By|approverId\b)(\w+): (${ACTOR})`,
      "g",
    ),
    asks: (code, at) => !isNoQuestion(code, at),
    put: ([, name, value], off) => `${name}: ${off} ? undefined : ${value}`,
  },
  {
    in: STORE,
    // A statement that only locks a row reads nothing of it.
    find: new RegExp(String.raw`([\w.]+) = (\$\{${ACTOR}\}::uuid)(?! FOR UPDATE)`, "g"),
    put: ([, column, value], off) => `(${column} = ${value} OR ${"${"}${off}}::boolean)`,
  },
  {
    in: STORE,
    find: /(?<!function )\b(?:reachableProjects|projectsOfOwn(?:Actions|Tasks)|projectsWithFiles|keptBodies|visibleBodies|visibleTo|ownedBy|own)\(actor\)/g,
    put: ([all], off) => `(${off} ? {} : ${all})`,
  },
  {
    in: STORE,
    find: /\b(?:reachSql|reachableProjectSql|visibleSql)\(actor\)/g,
    put: ([all], off) => `(${off} ? globalThis.certtrailAnywhere : ${all})`,
  },
  {
    in: STORE,
    find: /\breachProject\(actor, (\w+)\)/g,
    put: ([all, id], off) => `(${off} ? globalThis.certtrailAnyProject(actor, ${id}) : ${all})`,
  },
];

/** What a row is made of goes by these names. */
const WRITTEN = ["data", "create", "update", "draft", "kept"];

/**
 * Whether a place stands in what is put into a row, or names the one row that is looked up: neither is a question that could
 * be left out.
 */
function isNoQuestion(code: string, at: number): boolean {
  let closed = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const sign = code[index];
    if (sign === "}") closed += 1;
    if (sign !== "{") continue;
    if (closed > 0) {
      closed -= 1;
      continue;
    }
    const before = code.slice(0, index);
    // The rows of a list are made one by one: "createMany({ data: bodies.map(…) })".
    if (/\bcreateMany\(\s*$/.test(before) && /^\s*data:/.test(code.slice(index + 1))) return true;
    const label = before.match(/(\w+)(?:: \w+ =| =|:)\s*$/)?.[1];
    if (label === "where") return /findUnique(?:OrThrow)?\(\{\s*where:\s*$/.test(before);
    if (WRITTEN.includes(label ?? "")) return true;
  }
  return false;
}

export interface Site {
  check: string;
  start: number;
  end: number;
  text: string;
}

/** Every check of a file, in the order of its text. */
export function sitesOf(path: string, code: string): Site[] {
  const sites = shapes.flatMap((shape) => {
    if (!shape.in.test(path)) return [];
    const asking = [...code.matchAll(shape.find)].filter(({ index }) => shape.asks?.(code, index) ?? true);
    return asking.map((match) => {
      const words = `${path}: ${match[0].replaceAll(/\s+/g, " ").replaceAll(/[${}]/g, "").slice(0, 80)}`;
      const times = code.slice(0, match.index).split(match[0]).length;
      const check = times > 1 ? `${words} (${times})` : words;
      const off = `globalThis.${SWITCH}(${JSON.stringify(check)})`;
      return {
        check,
        start: match.index,
        end: match.index + match[0].length,
        text: shape.put([...match], off),
      };
    });
  });
  sites.sort((one, other) => one.start - other.start);
  return sites.filter((site, index) => site.start >= (sites[index - 1]?.end ?? 0));
}

/** The name of the mark on parts that run in the browser. */
export const CLIENT_PART = "certtrailRunsInBrowser";

/** Marks what a file for the browser exports, so that payload.ts leaves it closed. */
function markClientParts(code: string): string {
  if (!/^"use client"/.test(code)) return code;
  const names = [...code.matchAll(/^export (?:default )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
  return `${code}\nfor (const one of [${names}]) if (typeof one === "function") Object.assign(one, { ${CLIENT_PART}: true });\n`;
}

/** Writes a switch into every check of the product as a test loads it; the files stay as they are. */
export function removable(): Plugin {
  return {
    name: "removable-checks",
    enforce: "pre",
    transform(code, id) {
      const sites = sitesOf(relative(process.cwd(), id.split("?")[0] ?? "").replaceAll("\\", "/"), code);
      const marked = markClientParts(code);
      if (sites.length === 0) return marked === code ? null : { code: marked, map: null };
      let written = "";
      let from = 0;
      for (const { start, end, text } of sites) {
        written += code.slice(from, start) + text;
        from = end;
      }
      return { code: written + code.slice(from), map: null };
    },
  };
}
