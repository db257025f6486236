// Writes docs/lifecycle.md from the rule tables.
import { writeFile } from "node:fs/promises";
import { tsImport } from "tsx/esm/api";

const target = new URL("../docs/lifecycle.md", import.meta.url);
const { describeLifecycle } = await tsImport("../lib/lifecycle/describe.ts", import.meta.url);
await writeFile(target, describeLifecycle());
console.log("docs/lifecycle.md written.");
