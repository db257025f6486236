/** Which way imports point (ARCHITECTURE.md), as data. The longest matching prefix says which layer a file is in. */
export interface Layer {
  name: string;
  prefixes: readonly string[];
  /** Layers this one may import; its own is always open to it. */
  imports: readonly string[];
  /** Layers it may import types from alone. */
  types?: readonly string[];
  /** Packages a pure layer may import. Without the list, any but Prisma. */
  packages?: readonly string[];
}

/** Parts without clock, Prisma, Next or React; components and the store stand on the same ones. */
const RULES = [
  "day",
  "money",
  "standards",
  "audit time",
  "lifecycle",
  "access",
  "actor",
  "selection",
  "soa",
  "treatment",
  "awareness",
  "views",
];
const ANSWERS = ["outcome", "form", "paths"];

export const layers: readonly Layer[] = [
  { name: "day", prefixes: ["lib/day"], imports: [], packages: ["date-fns", "@date-fns/tz"] },
  { name: "money", prefixes: ["lib/money"], imports: [], packages: [] },
  { name: "standards", prefixes: ["lib/standards/"], imports: ["day"], packages: [] },
  { name: "audit time", prefixes: ["lib/audit-time/"], imports: ["standards"], packages: [] },
  { name: "lifecycle", prefixes: ["lib/lifecycle/"], imports: ["day", "standards"], packages: [] },
  { name: "access", prefixes: ["lib/access", "lib/step-up"], imports: ["lifecycle"], packages: [] },
  { name: "actor", prefixes: ["lib/actor"], imports: [], types: ["lifecycle"], packages: [] },
  {
    name: "selection",
    prefixes: ["lib/selection/"],
    imports: ["day", "money", "audit time", "standards"],
    types: ["lifecycle"],
    packages: [],
  },
  { name: "soa", prefixes: ["lib/soa/"], imports: ["day", "standards"], packages: [] },
  { name: "awareness", prefixes: ["lib/awareness/"], imports: ["day"], packages: [] },
  { name: "treatment", prefixes: ["lib/treatment/"], imports: ["day", "soa"], packages: [] },
  {
    name: "sheets",
    prefixes: ["lib/sheets/"],
    imports: [],
    packages: ["node:stream/consumers", "yauzl", "yazl"],
  },
  // What a browser keeps until the server has it; it runs there alone.
  { name: "device", prefixes: ["lib/device/"], imports: [], packages: ["idb"] },
  // A file that somebody brings, read into what the store takes.
  {
    name: "imports",
    prefixes: ["lib/imports/"],
    imports: [...RULES, "files", "file kinds", "outcome", "sheets", "store"],
  },
  {
    name: "trail",
    prefixes: ["lib/trail/"],
    imports: [],
    packages: ["node:crypto", "node:fs", "node:readline"],
  },
  // What stands in lib/ and is named nowhere below is pure: shapes and texts that pages and the store share.
  {
    name: "views",
    prefixes: ["lib/"],
    imports: ["day", "form", "lifecycle", "money", "standards"],
    packages: [],
  },
  // Papers as data: what a report, a plan or a register says, before anybody decides how it looks.
  {
    name: "papers",
    prefixes: ["lib/papers/"],
    imports: ["day", "audit time", "lifecycle", "standards", "views"],
    types: ["store"],
    packages: [],
  },
  // Papers as the bytes of a file, written in a thread of its own.
  {
    name: "print",
    prefixes: ["lib/print/"],
    imports: ["day", "outcome", "papers"],
  },
  { name: "messages", prefixes: ["lib/messages/"], imports: ["lifecycle", "paths"], packages: [] },
  { name: "outcome", prefixes: ["lib/outcome"], imports: [], types: ["lifecycle"], packages: [] },
  { name: "paths", prefixes: ["lib/paths"], imports: [], packages: [] },
  {
    name: "form",
    prefixes: ["lib/form-data", "lib/form-fields", "lib/form-state", "lib/refusal-view"],
    imports: ["day", "money", "audit time", "lifecycle"],
    types: ["outcome"],
    packages: ["zod"],
  },
  { name: "clock", prefixes: ["lib/clock"], imports: ["day"], packages: [] },
  { name: "environment", prefixes: ["lib/env", "lib/log", "lib/request-id"], imports: ["clock"] },
  { name: "http", prefixes: ["lib/http/"], imports: ["environment", "form", "outcome", "paths", "views"] },
  {
    name: "file kinds",
    prefixes: ["lib/files/kind", "lib/files/limits", "lib/files/scan-state", "lib/files/size"],
    imports: [],
    packages: [],
  },
  { name: "files", prefixes: ["lib/files/"], imports: ["environment", "file kinds"] },
  // Making and comparing secrets: below both the session, which uses them, and the store, which keeps their hashes.
  {
    name: "secrets",
    prefixes: [
      "lib/session/token",
      "lib/session/password",
      "lib/session/weak-password",
      "lib/session/seal",
      "lib/session/one-time-code",
      "lib/session/passkey-ceremony",
    ],
    imports: ["environment"],
    packages: [
      "node:crypto",
      "@node-rs/argon2",
      "@zxcvbn-ts/language-common",
      "otplib",
      "@simplewebauthn/server",
    ],
  },
  {
    name: "oidc",
    prefixes: ["lib/oidc/"],
    imports: ["environment", "secrets"],
    packages: [
      "node:dns",
      "node:dns/promises",
      "node:http",
      "node:https",
      "node:net",
      "node:url",
      "openid-client",
      "zod",
    ],
  },
  {
    name: "store",
    prefixes: ["lib/store/"],
    imports: [
      ...RULES,
      ...ANSWERS,
      "clock",
      "environment",
      "files",
      "file kinds",
      "messages",
      "oidc",
      "secrets",
      "trail",
    ],
  },
  {
    name: "mail",
    prefixes: ["lib/mail/"],
    imports: ["clock", "environment", "store"],
    packages: ["nodemailer"],
  },
  // What is taken away goes through the readers of the pages, so it stands above the store.
  {
    name: "export",
    prefixes: ["lib/export/"],
    imports: [...RULES, "files", "file kinds", "outcome", "store"],
    packages: ["node:crypto", "node:fs/promises", "node:path", "node:stream", "node:stream/promises", "yazl"],
  },
  {
    name: "session",
    prefixes: ["lib/session/"],
    imports: [
      "access",
      "actor",
      "clock",
      "environment",
      "oidc",
      "outcome",
      "paths",
      "secrets",
      "store",
      "views",
    ],
  },
  {
    name: "action",
    prefixes: ["lib/action", "lib/link-action", "lib/public-action", "lib/form-answer"],
    imports: [
      "access",
      "actor",
      "clock",
      "day",
      "environment",
      "form",
      "http",
      "outcome",
      "session",
      "store",
    ],
  },
  {
    name: "components/ui",
    prefixes: ["components/ui/"],
    imports: ["day", "money", "form", "file kinds"],
    packages: ["react", "next/link", "next/navigation", "d3-scale", "uqr", "uuid", "@simplewebauthn/browser"],
  },
  {
    name: "components",
    prefixes: ["components/"],
    imports: [...RULES, "components/ui", "device", "form", "file kinds", "papers", "paths"],
    types: ["store"],
    packages: ["react", "next/link", "next/navigation", "react-dom", "uqr", "uuid"],
  },
  {
    name: "app",
    prefixes: ["app/"],
    imports: [
      ...RULES,
      ...ANSWERS,
      "action",
      "clock",
      "components",
      "components/ui",
      "device",
      "environment",
      "export",
      "file kinds",
      "files",
      "http",
      "oidc",
      "imports",
      "papers",
      "print",
      "secrets",
      "session",
      "sheets",
      "store",
    ],
  },
  {
    name: "prisma",
    prefixes: ["prisma/"],
    imports: [...RULES, "clock", "outcome", "secrets", "store", "files"],
  },
];
