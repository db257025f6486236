import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { letEndedRendersGo } from "@/lib/http/ended-renders";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
const abort = AbortController.prototype.abort;

afterEach(() => {
  AbortController.prototype.abort = abort;
});

/** Ends a render as React does: from within what Node runs for it, here an object with a page's worth of memory. */
class Immediate {
  readonly page = new Array(10_000).fill("page");
  end(render: AbortController): void {
    render.abort(new Error("This render ended."));
  }
}

/** Whether the object that ended the render is still kept while the render is. */
async function isKept(render: AbortController): Promise<boolean> {
  const ran = (() => {
    const immediate = new Immediate();
    immediate.end(render);
    return new WeakRef(immediate);
  })();
  // What a weak reference names lives until the turn has ended.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return ran.deref() !== undefined;
}

test("an ended render holds on to nothing that ran it", async () => {
  const render = new AbortController();
  letEndedRendersGo();
  expect(await isKept(render)).toBe(false);
  expect(render.signal.reason).toMatchObject({ message: "This render ended." });
  expect(render.signal.reason.stack).toContain("end");
});

test("without it, the reason of the abort does: this is what it is for", async () => {
  const render = new AbortController();
  expect(await isKept(render)).toBe(true);
  expect(render.signal.aborted).toBe(true);
});

test("an abort without an error is an abort as before", () => {
  letEndedRendersGo();
  const plain = new AbortController();
  plain.abort();
  expect(plain.signal.reason.name).toBe("AbortError");
  const worded = new AbortController();
  worded.abort("enough");
  expect(worded.signal.reason).toBe("enough");
});
