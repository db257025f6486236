/** `npm run trail:verifier` writes scripts/verify-bundle.mjs from lib/trail: one file that Node runs without an install. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HEADER = `// Checks a trail downloaded from CertTrail, with Node alone: node verify-bundle.mjs FILE
// Made from lib/trail by npm run trail:verifier; change it there.`;

/** The text of the file. */
export async function makeVerifier() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../lib/trail/verify-bundle.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: HEADER },
  });
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL("verify-bundle.mjs", import.meta.url), await makeVerifier());
  console.log("scripts/verify-bundle.mjs written.");
}
