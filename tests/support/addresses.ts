import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What stands in brackets in an address. */
export type Part =
  | "org"
  | "project"
  | "audit"
  | "finding"
  | "action"
  | "body"
  | "site"
  | "file"
  | "message"
  | "person"
  | "document"
  | "treatment"
  | "task"
  | "photo";

/**
 * How an address is reached: by anybody, by an organisation's slug alone, or by the slug and the ids named. The ids are
 * those of the record that the last part of the address shows.
 */
type Reach = "public" | "own" | readonly Exclude<Part, "org">[];

const org = "app/(workspace)/[org]";
const project = `${org}/projects/[project]`;
const audit = `${project}/audits/[audit]`;
const finding = `${project}/findings/[finding]`;
const api = "app/api/[org]/projects/[project]/files";
const trailFile = "app/api/[org]/projects/[project]/trail/route.ts";
const auditFiles = "app/api/[org]/projects/[project]/audits/[audit]";
const soaFile = "app/api/[org]/projects/[project]/soa/route.ts";
const treatmentFile = "app/api/[org]/projects/[project]/risk-treatment/route.ts";
const draftFile = "app/api/[org]/projects/[project]/audits/[audit]/findings/[finding]/route.ts";
const photoFile = draftFile.replace("route.ts", "photos/[photo]/route.ts");
const exportFile = "app/api/[org]/projects/[project]/export/route.ts";

/** Every page and route handler. A new one fails tests/e2e/stranger.test.ts until it says here how it is reached. */
export const addresses: Record<string, Reach> = {
  "app/page.tsx": "public",
  "app/(public)/answer/[token]/page.tsx": "public",
  "app/(public)/invitation/[token]/page.tsx": "public",
  "app/(public)/reset/page.tsx": "public",
  "app/(public)/reset/[token]/page.tsx": "public",
  "app/(public)/setup/page.tsx": "public",
  "app/(public)/sign-in/page.tsx": "public",
  "app/(public)/sign-in/organisation/page.tsx": "public",
  "app/(public)/sign-in/proven/page.tsx": "public",
  "app/(public)/waiting/page.tsx": "public",
  "app/(public)/verify/route.ts": "public",
  "app/v/[token]/route.ts": "public",
  "app/api/answer/[token]/route.ts": "public",
  "app/api/answer/[token]/files/[file]/route.ts": "public",
  "app/api/auth/[...nextauth]/route.ts": "public",
  "app/api/health/route.ts": "public",
  "app/api/refused/route.ts": "public",
  "app/api/sign-in/[org]/route.ts": "public",
  "app/api/sign-in/[org]/prove/route.ts": "public",
  [`${org}/page.tsx`]: "own",
  [`${org}/account/page.tsx`]: "own",
  [`${org}/account/second-factor/page.tsx`]: "own",
  [`${org}/actions/page.tsx`]: "own",
  [`${org}/actions/[action]/page.tsx`]: ["action"],
  [`${org}/audits/page.tsx`]: "own",
  [`${org}/bodies/page.tsx`]: "own",
  [`${org}/bodies/new/page.tsx`]: "own",
  [`${org}/bodies/import/page.tsx`]: "own",
  "app/api/[org]/bodies/route.ts": "own",
  [`${org}/bodies/[body]/page.tsx`]: ["body"],
  [`${org}/certificates/page.tsx`]: "own",
  [`${org}/decisions/page.tsx`]: "own",
  [`${org}/demo/page.tsx`]: "own",
  [`${org}/messages/page.tsx`]: "own",
  [`${org}/messages/[message]/route.ts`]: ["message"],
  [`${org}/people/page.tsx`]: "own",
  [`${org}/people/[person]/page.tsx`]: ["person"],
  [`${org}/policy/page.tsx`]: "own",
  [`${org}/profile/page.tsx`]: "own",
  [`${org}/profile/sites/[site]/page.tsx`]: ["site"],
  [`${org}/projects/page.tsx`]: "own",
  [`${org}/projects/new/page.tsx`]: "own",
  [`${org}/requests/page.tsx`]: "own",
  [`${org}/requests/[project]/page.tsx`]: ["project"],
  [`${org}/sign-in-provider/page.tsx`]: "own",
  [`${org}/tasks/[task]/page.tsx`]: ["task"],
  [`${org}/verify/page.tsx`]: "own",
  [`${org}/worklist/page.tsx`]: "own",
  [`${project}/page.tsx`]: ["project"],
  [`${project}/audit-time/page.tsx`]: ["project"],
  [`${project}/audit-time/print/page.tsx`]: ["project"],
  [`${project}/audits/page.tsx`]: ["project"],
  [`${project}/certificate/page.tsx`]: ["project"],
  [`${project}/certificate/print/page.tsx`]: ["project"],
  [`${project}/decision/page.tsx`]: ["project"],
  [`${project}/documents/page.tsx`]: ["project"],
  [`${project}/documents/[document]/page.tsx`]: ["project", "document"],
  [`${project}/engagement/page.tsx`]: ["project"],
  [`${project}/engagement/letter/page.tsx`]: ["project"],
  [`${project}/export/page.tsx`]: ["project"],
  [`${project}/findings/page.tsx`]: ["project"],
  [`${project}/overview/page.tsx`]: ["project"],
  [`${project}/plan/page.tsx`]: ["project"],
  [`${project}/pre-audit/page.tsx`]: ["project"],
  [`${project}/preparation/page.tsx`]: ["project"],
  [`${project}/recorded/page.tsx`]: ["project"],
  [`${project}/awareness/page.tsx`]: ["project"],
  [`${project}/risk-treatment/page.tsx`]: ["project"],
  [`${project}/risk-treatment/import/page.tsx`]: ["project"],
  [`${project}/risk-treatment/[treatment]/page.tsx`]: ["project", "treatment"],
  [`${project}/selection/page.tsx`]: ["project"],
  [`${project}/selection/choice/[body]/page.tsx`]: ["project", "body"],
  [`${project}/selection/compare/page.tsx`]: ["project"],
  [`${project}/selection/request/page.tsx`]: ["project"],
  [`${project}/selection/proposals/[body]/page.tsx`]: ["project", "body"],
  [`${project}/selection/compare/csv/route.ts`]: ["project"],
  [`${project}/soa/page.tsx`]: ["project"],
  [`${project}/soa/import/page.tsx`]: ["project"],
  [`${project}/soa/versions/page.tsx`]: ["project"],
  [`${project}/trail/page.tsx`]: ["project"],
  [`${audit}/page.tsx`]: ["project", "audit"],
  [`${audit}/findings/page.tsx`]: ["project", "audit"],
  [`${audit}/log/page.tsx`]: ["project", "audit"],
  [`${audit}/plan/page.tsx`]: ["project", "audit"],
  [`${audit}/readiness/page.tsx`]: ["project", "audit"],
  [`${audit}/report/page.tsx`]: ["project", "audit"],
  [`${finding}/page.tsx`]: ["project", "finding"],
  [`${finding}/plan/page.tsx`]: ["project", "finding"],
  [`${finding}/verification/page.tsx`]: ["project", "finding"],
  "app/api/[org]/anchors/route.ts": "own",
  [trailFile]: ["project"],
  [exportFile]: ["project"],
  [soaFile]: ["project"],
  [treatmentFile]: ["project"],
  [`${auditFiles}/plan/route.ts`]: ["project", "audit"],
  [`${auditFiles}/report/route.ts`]: ["project", "audit"],
  "app/api/[org]/projects/[project]/corrective-actions/route.ts": ["project"],
  "app/api/[org]/projects/[project]/nonconformities/route.ts": ["project"],
  [draftFile]: ["project", "audit", "finding"],
  [photoFile]: ["project", "audit", "finding", "photo"],
  [`${api}/route.ts`]: ["project"],
  [`${api}/[file]/route.ts`]: ["project", "file"],
};

export interface Sending {
  method: "POST" | "PUT";
  headers: Record<string, string>;
  body: string;
}

/** What is sent to a route handler that answers no GET; null for every page and file, which are opened. */
export function sendingOf(file: string): Sending | null {
  if (file === draftFile) {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return { method: "PUT", headers, body: `requestId=${crypto.randomUUID()}&baseVersion=` };
  }
  if (file === photoFile) {
    return { method: "PUT", headers: { "content-type": "image/jpeg" }, body: "No photo." };
  }
  if (file !== exportFile && file !== `${api}/route.ts`) return null;
  const headers = { "x-file-name": "note.txt", "content-type": "text/plain" };
  return { method: "POST", headers, body: "A note." };
}

/** Every page and route handler of the source, in the order of their paths. */
export function listAddressable(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[\\/])(page\.tsx|route\.ts)$/.test(name))
    .map((name) => join("app", name).replaceAll("\\", "/"))
    .sort();
}

/** The address of a file of the app folder, its parts filled in: groups in round brackets are not in addresses. */
export function addressOf(file: string, parts: Readonly<Record<Part, string>>): string {
  const path = file.replace(/^app/, "").replace(/\/(page\.tsx|route\.ts)$/, "");
  return path.replace(/\/\([^)]+\)/g, "").replace(/\[(\w+)\]/g, (_, name: Part) => parts[name]) || "/";
}
