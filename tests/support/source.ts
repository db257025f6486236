import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A source file of the project: its path from the root, its text, and its text without comments. */
export interface SourceFile {
  path: string;
  text: string;
  code: string;
}

export interface Import {
  from: string;
  /** A path from the root without its ending, or "npm:name" for a package. */
  to: string;
  typeOnly: boolean;
}

const FOLDERS = ["app", "components", "lib", "prisma", "scripts", "tests"];
const SOURCE = /\.(ts|tsx|mts|mjs|css)$/;
const GENERATED = /^scripts\/verify-bundle\.mjs$|^lib\/store\/generated\/|^tests\/output\/|\/\.next\//;
const COMMENT = /\/\*[\s\S]*?\*\/|(^|[^:"'`\\])\/\/[^\n]*/g;
const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?from\s+)?["']([^"']+)["']/gm;
const LATE_IMPORT = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Every source file that people write, in the order of their paths. */
export function listSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name).replaceAll("\\", "/"),
    ),
  )
    .filter((path) => SOURCE.test(path) && !GENERATED.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, code: text.replace(COMMENT, "$1") };
    });
}

/** What a file imports, re-exports or loads later. */
export function listImports({ path, code }: SourceFile): Import[] {
  const found = [...code.matchAll(IMPORT)].map(([, type, name]) => ({ name: name ?? "", typeOnly: !!type }));
  const late = [...code.matchAll(LATE_IMPORT)].map(([, name]) => ({ name: name ?? "", typeOnly: false }));
  return [...found, ...late].map(({ name, typeOnly }) => ({ from: path, to: resolve(path, name), typeOnly }));
}

function resolve(from: string, name: string): string {
  if (!/^(@\/|\.)/.test(name)) return `npm:${name}`;
  const path = name.startsWith("@/") ? name.slice(2) : normalize(join(dirname(from), name));
  return path.replaceAll("\\", "/").replace(/\.(ts|tsx|mjs|js)$/, "");
}
