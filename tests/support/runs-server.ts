import { readFileSync } from "node:fs";
import { encode } from "next-auth/jwt";
import { type FormState, idleForm } from "@/lib/form-state";
import { addressOf, type Part } from "./addresses";
import { byForm, type SendForm } from "./runs-action";
import type { Way } from "./runs-store";
import { TEST_SECRET, type Web } from "./web";

const MANIFEST = ".next/server/server-reference-manifest.json";
const COOKIE = "next-auth.session-token";
/** The server sees other months than the clock by which this is signed. */
const LASTING_S = 10 * 366 * 24 * 3600;
/** Where the form stands among what an action is called with. */
const FORM = "1";

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

/** The id by which a page of the build calls an action, and a page that has it. */
function findAction(file: string, name: string): { id: string; page: string } {
  const { node } = JSON.parse(readFileSync(MANIFEST, "utf8")) as Manifest;
  for (const [id, { filename, exportedName, workers }] of Object.entries(node)) {
    const [page] = Object.keys(workers);
    if (page && exportedName === name && filename.replace(/\.tsx?$/, "") === file.replace(/\.tsx?$/, ""))
      return { id, page: `${page}.tsx` };
  }
  throw new Error(`The build has no action ${name} of ${file}.`);
}

/** What an action is called with, as a page sends it: the state before, and the form. */
function bodyOf(form: FormData): FormData {
  const body = new FormData();
  for (const [name, value] of form) body.append(`_${FORM}_${name}`, value);
  body.append("0", JSON.stringify([idleForm, `$K${FORM}`]));
  return body;
}

/** The state that an action answered: the value that the first line of the answer points to. */
function stateOf(text: string): FormState | undefined {
  const lines = new Map(
    text.split("\n").map((line) => {
      const [id = "", ...rest] = line.split(":");
      return [id, rest.join(":")];
    }),
  );
  const answered = /"a":"\$@([0-9a-f]+)"/.exec(lines.get("0") ?? "")?.[1];
  const state = answered === undefined ? undefined : lines.get(answered);
  return state === undefined ? undefined : (JSON.parse(state) as FormState);
}

/** By the address of a page of the served build: with its action's id, a form and a session's cookie. */
export function byServer(web: Web): Way {
  const send: SendForm = async ({ file, name }, form, { token, now }) => {
    const { id, page } = findAction(file, name);
    const value = (part: string) => String(form.get(part) ?? "-");
    const parts = {
      ...{ org: value("org"), project: value("project"), audit: value("audit"), finding: value("finding") },
      ...{ action: "-", body: "-", site: "-", file: "-", message: "-", document: "-", task: "-" },
      ...{ treatment: "-", photo: "-", person: "-" },
    } satisfies Record<Part, string>;
    const cookie = await encode({ token: { sid: token }, secret: TEST_SECRET, maxAge: LASTING_S });
    const response = await fetch(web.origin + addressOf(page, parts), {
      method: "POST",
      redirect: "manual",
      headers: {
        ...{ "next-action": id, origin: web.origin, cookie: `${COOKIE}=${cookie}` },
        "x-asked-at": String(now.getTime()),
      },
      body: bodyOf(form),
    });
    const text = await response.text();
    const state = stateOf(text);
    if (!state) throw new Error(`${name} was answered ${response.status}: ${text.slice(0, 300)}`);
    return state;
  };
  return byForm(send);
}
