import { resolve } from "node:path";

const clone = resolve(import.meta.dirname, "..", "..", "..");

export default { outputFileTracingRoot: clone, turbopack: { root: clone }, images: { unoptimized: true } };
