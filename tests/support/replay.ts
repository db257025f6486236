import type { BrowserContext, Page, Request } from "playwright-core";
import { newId } from "../../lib/store/new-id";

/** A form as a page sent it, to be sent again as it is or as another act of the same kind. */
export interface Sent {
  url: string;
  headers: Record<string, string>;
  fields: [name: string, value: string][];
}

/** What the server said of an act: its state, and that it was carried out. */
export interface Answer {
  status: number;
  text: string;
  isDone: boolean;
}

const REQUEST_ID = /(^|_)requestId$/;
/** Longer than any answer of a busy machine takes. */
const ANSWER_MS = 20_000;
const DONE = '"status":"done"';

/** Lets a page send one form, holds it back from the server and returns it. */
export async function holdBack(page: Page, submit: () => Promise<void>): Promise<Sent> {
  const isAct = (request: Request) => request.method() === "POST" && "next-action" in request.headers();
  const sending = page.waitForRequest(isAct);
  await page.route("**", (route) => (isAct(route.request()) ? route.abort() : route.continue()));
  await submit();
  const request = await sending;
  const { "next-action": action = "", "content-type": type = "" } = request.headers();
  const body = new Uint8Array(request.postDataBuffer() ?? []);
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const fields = [...form].map(([name, value]): [string, string] => [name, value.toString()]);
  await page.unrouteAll();
  const cookie = await cookieOf(page.context(), request.url());
  return {
    url: request.url(),
    headers: { cookie, "next-action": action, origin: new URL(request.url()).origin },
    fields,
  };
}

/** The cookies that a request of this person carries. */
export async function cookieOf(context: BrowserContext, url: string): Promise<string> {
  const cookies = await context.cookies(url);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Sends a form as another act: under a request id of its own. Throws where no answer comes. */
export async function replay({ url, headers, fields }: Sent, requestId = newId()): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, REQUEST_ID.test(name) ? requestId : value);
  const response = await fetch(url, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const text = await response.text();
  return { status: response.status, text, isDone: text.includes(DONE) };
}
