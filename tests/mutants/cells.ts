import { createHash } from "node:crypto";
import type { FormState } from "@/lib/form-state";
import { SignedOut } from "@/lib/outcome";
import { newId } from "@/lib/store/new-id";
import { listActs } from "../matrix/acts";
import { PEOPLE } from "../matrix/people";
import { addresses, addressOf, type Part, sendingOf } from "../support/addresses";
import { anyForm } from "../support/any-form";
import { NOT_THERE } from "../support/asking";
import { ASKERS, type Asker, signIn } from "./askers";
import type { FurtherTry, Neighbourhood } from "./neighbours";
import { payloadOf } from "./payload";

/** What came back: the sign that stands in the table of acts or pages, and the contents that came with it. */
export interface Answer {
  sign: string;
  contents: readonly string[];
  /** All that came, as a hash: two answers can be compared by it. */
  whole: string;
}

/** One asker at one act or address. */
export interface Cell {
  key: string;
  asker: Asker;
  /** The file that answers. */
  file: string;
  /** An act is taken back, so it answers the same again; a page may show what has happened since. */
  isAct: boolean;
  ask: () => Promise<Answer>;
}

/** Further signs than the matrix has: "s" is led to sign in or to prove more, "q" is asked for a fresh proof. */
export const OPEN = "+";

type Open = (
  parts: Record<Part, string>,
  search: Record<string, string>,
) => Promise<{ sign: string; text: string }>;

/** Every asker at every act, page, layout and route of the workspace. */
export async function listCells(stage: Neighbourhood): Promise<Cell[]> {
  return [...(await listActCells(stage)), ...(await listPageCells(stage))];
}

async function listActCells(stage: Neighbourhood): Promise<Cell[]> {
  const acts = await listActs();
  const tries: FurtherTry[] = [{ acts: /./ }, ...stage.furtherTries];
  return tries.flatMap((further, index) =>
    acts
      .filter(({ key }) => further.acts?.test(key))
      .flatMap(({ key, file, act }) =>
        (index === 0 ? ASKERS : PEOPLE).map((asker) => ({
          ...{ key: index === 0 ? key : `${key} (${index})`, asker, file, isAct: true },
          ask: async () => {
            const { org } = await signIn(stage, asker);
            const form = anyForm(org, { ...stage.ids, ...further.ids }, newId());
            for (const [name, value] of Object.entries(further.form ?? {})) form.set(name, value);
            const state = await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
            const lasting = { ...state, ...{ reference: "", stamp: 0, shownOnce: null, useKey: null } };
            return answerOf(stage, signOf(state, asker), JSON.stringify(lasting));
          },
        })),
      ),
  );
}

async function listPageCells(stage: Neighbourhood): Promise<Cell[]> {
  const cells: Cell[] = [];
  const tries: FurtherTry[] = [{ pages: /./ }, ...stage.furtherTries];
  for (const { key, file, open } of await listPages()) {
    const known = new Set<string>();
    for (const [index, { ids, pages, search = {} }] of tries.entries()) {
      if (!pages?.test(key)) continue;
      const parts = { ...stage.ids, ...ids };
      const address = `${addressOf(file, parts as Record<Part, string>)}?${new URLSearchParams(search)}`;
      if (known.has(address)) continue;
      known.add(address);
      for (const asker of index === 0 ? ASKERS : PEOPLE) {
        const ask = async () => {
          const { org } = await signIn(stage, asker);
          const { sign, text } = await open({ ...parts, org } as Record<Part, string>, search);
          return answerOf(stage, sign, text);
        };
        cells.push({ key: index === 0 ? key : `${key} (${index})`, asker, file, isAct: false, ask });
      }
    }
  }
  return cells;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An answer as cells compare it: ids that are made anew with each answer are left out of the whole; those of the stage are not. */
export function answerOf(stage: Neighbourhood, sign: string, text: string): Answer {
  const laid = new Set(Object.values(stage.ids));
  const lasting = text.replaceAll(UUID, (id) => (laid.has(id) ? id : "-"));
  return {
    sign,
    contents: stage.findMarkers(text),
    whole: createHash("sha256").update(lasting).digest("hex").slice(0, 8),
  };
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
  return async (parts, search) => {
    const props = () => ({
      params: Promise.resolve(parts),
      searchParams: Promise.resolve(search),
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

function routeOf(file: string, handlers: Record<string, Route>): Open {
  return async (parts) => {
    const sending = sendingOf(file);
    const request = new Request("http://localhost:3000/", sending ?? {});
    const answer = await handlers[sending?.method ?? "GET"]?.(request, { params: Promise.resolve(parts) });
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
  // As in the table of pages: what is stopped by its content has come through.
  return status < 400 || status === 409 || status === 422 ? OPEN : `(${status})`;
}
