import type { FormState } from "@/lib/form-state";
import { SignedOut } from "@/lib/outcome";
import { newId } from "@/lib/store/new-id";
import { listActs } from "../matrix/acts";
import type { MarkedStage } from "../matrix/marked";
import { PEOPLE } from "../matrix/people";
import { addresses, addressOf, isPosted, type Part } from "../support/addresses";
import { anyForm } from "../support/any-form";
import { NOT_THERE } from "../support/asking";
import { ASKERS, type Asker, signIn } from "./askers";
import { payloadOf } from "./payload";

/** What came back: the sign that stands in the table of acts or pages, and the contents that came with it. */
export interface Answer {
  sign: string;
  contents: readonly string[];
}

/** One asker at one act or address. */
export interface Cell {
  key: string;
  asker: Asker;
  ask: () => Promise<Answer>;
}

/** Further signs than the matrix has: "s" is led to sign in or to prove more, "q" is asked for a fresh proof. */
export const OPEN = "+";

type Open = (parts: Record<Part, string>) => Promise<{ sign: string; text: string }>;

/** Every asker at every act, page, layout and route of the workspace. */
export async function listCells(stage: MarkedStage): Promise<Cell[]> {
  return [...(await listActCells(stage)), ...(await listPageCells(stage))];
}

async function listActCells(stage: MarkedStage): Promise<Cell[]> {
  const acts = await listActs();
  return [{}, ...stage.furtherActs].flatMap((further, index) =>
    acts.flatMap(({ key, act }) =>
      (index === 0 ? ASKERS : PEOPLE).map((asker) => ({
        key: index === 0 ? key : `${key} (${index})`,
        asker,
        ask: async () => {
          const { org } = await signIn(stage, asker);
          const form = anyForm(org, { ...stage.ids, ...further }, newId());
          const state = await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
          return { sign: signOf(state, asker), contents: stage.findMarkers(JSON.stringify(state)) };
        },
      })),
    ),
  );
}

async function listPageCells(stage: MarkedStage): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const { key, file, open } of await listPages()) {
    const known = new Set<string>();
    for (const [index, ids] of [{}, ...stage.further].entries()) {
      const parts = { ...stage.ids, ...ids };
      const address = addressOf(file, parts as Record<Part, string>);
      if (known.has(address)) continue;
      known.add(address);
      for (const asker of index === 0 ? ASKERS : PEOPLE) {
        const ask = async () => {
          const { org } = await signIn(stage, asker);
          const { sign, text } = await open({ ...parts, org } as Record<Part, string>);
          return { sign, contents: stage.findMarkers(text) };
        };
        cells.push({ key: index === 0 ? key : `${key} (${index})`, asker, ask });
      }
    }
  }
  return cells;
}

function signOf({ status, message, refusals }: FormState, asker: Asker): string {
  if (message === NOT_THERE) return ".";
  if (status === "proof" && asker === "stale") return "q";
  if (/^You (were signed out|work here with)/.test(message ?? "")) return "s";
  if (refusals.some(({ code }) => code === "not-yours")) return "r";
  return refusals.some(({ code }) => /^not-(lead|on-team)/.test(code)) ? "p" : OPEN;
}

const LAYOUTS = ["app/(workspace)/[org]/layout.tsx", "app/(workspace)/[org]/projects/[project]/layout.tsx"];

async function listPages(): Promise<{ key: string; file: string; open: Open }[]> {
  const files = Object.entries(addresses).flatMap(([file, reach]) => (reach === "public" ? [] : [file]));
  const pages: { key: string; file: string; open: Open }[] = [];
  for (const file of [...files, ...LAYOUTS]) {
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, never>;
    const key = file.replace("app/(workspace)/[org]/", "").replace("/page.tsx", "");
    pages.push({ key, file, open: file.endsWith("/route.ts") ? routeOf(file, module) : pageOf(module) });
  }
  return pages;
}

type Page = (props: object) => Promise<unknown>;
type Route = (request: Request, context: object) => Promise<Response>;

function pageOf({ default: page, generateMetadata }: Record<string, Page | undefined>): Open {
  return async (parts) => {
    const props = () => ({
      params: Promise.resolve(parts),
      searchParams: Promise.resolve({}),
      children: null,
    });
    try {
      const head = await payloadOf(generateMetadata?.(props()));
      return { sign: OPEN, text: head + (await payloadOf(page?.(props()))) };
    } catch (error) {
      return { sign: signOfThrown(error), text: "" };
    }
  };
}

/** A page that is not there throws Next's 404; one that leads elsewhere throws where to. */
function signOfThrown(error: unknown): string {
  const digest = String((error as { digest?: string }).digest ?? "");
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return ".";
  if (/^NEXT_REDIRECT;.*;\/(sign-in|[^;]*second-factor)/.test(digest)) return "s";
  if (digest.startsWith("NEXT_REDIRECT")) return OPEN;
  if (error instanceof SignedOut) return "s";
  throw error;
}

function routeOf(file: string, { GET, POST }: Record<string, Route>): Open {
  return async (parts) => {
    const headers = { "x-file-name": "note.txt", "content-type": "text/plain" };
    const sent = isPosted(file) ? { method: "POST", headers, body: "A note." } : {};
    const request = new Request("http://localhost:3000/", sent);
    const answer = await (isPosted(file) ? POST : GET)?.(request, { params: Promise.resolve(parts) });
    if (!answer) throw new Error(`${file} answers nothing.`);
    const to = answer.headers.get("location") ?? "";
    const name = answer.headers.get("content-disposition") ?? "";
    return {
      sign: /\/sign-in|\/second-factor/.test(to) ? "s" : signOfStatus(answer.status),
      text: name + (await answer.text()),
    };
  };
}

function signOfStatus(status: number): string {
  if (status === 404) return ".";
  if (status === 403) return "r";
  return status < 400 ? OPEN : `(${status})`;
}
