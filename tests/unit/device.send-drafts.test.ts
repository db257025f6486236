import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { type DeviceDraft, differingFields, saysSomething, wordsOf } from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";
import { draftsAsText } from "@/lib/device/save-to-file";
import { sendAll, sendWaiting, waitAfter } from "@/lib/device/send-drafts";

const PERSON = "lena";

function draftOf(no: number, more: Partial<DeviceDraft> = {}): DeviceDraft {
  return {
    ...{
      id: `draft-${no}`,
      personId: PERSON,
      org: "alder",
      project: "p",
      audit: "a",
      place: "Hosting, Stage 2",
    },
    ...{ baseVersion: null, requestId: `request-${no}`, words: wordsOf({ evidence: `Seen ${no}` }) },
    ...{ state: "waiting", savedAt: no, ...more },
  };
}

type Ask = typeof fetch;
type Told = { status: number; body: unknown } | "lost";

/** A server that says these things one after the other, and what was asked of it. */
function serverThat(...told: Told[]) {
  const asked: string[] = [];
  const ask: Ask = async (url, options) => {
    asked.push(
      `${options?.method} ${String(url).replace(/^\/api\/alder\/projects\/p\/audits\/a\/findings\//, "")}`,
    );
    const next = told[asked.length - 1] ?? { status: 200, body: { version: 0 } };
    if (next === "lost") throw new TypeError("fetch failed");
    return Response.json(next.body, { status: next.status });
  };
  return { ask, asked };
}

const states = async () => (await shelf.listDrafts(PERSON)).map(({ id, state }) => `${id} ${state}`);

beforeEach(async () => {
  await shelf.wipeDevice();
});

describe("what waits on the device", () => {
  test("is sent in the order in which it was written, once, and leaves nothing behind", async () => {
    for (const no of [2, 1, 3]) await shelf.putDraft(draftOf(no));
    await shelf.putPhoto({ id: "photo", draftId: "draft-2", name: "photo-1.jpg", bytes: new Blob(["-"]) });
    const { ask, asked } = serverThat();
    expect(await sendWaiting(shelf, PERSON, ask)).toEqual({ sent: 3, rest: "none" });
    expect(asked).toEqual(["PUT draft-1", "PUT draft-2", "PUT draft-2/photos/photo", "PUT draft-3"]);
    expect(await states()).toEqual([]);
    expect(await shelf.listPhotos("draft-2")).toEqual([]);
    expect(await sendWaiting(shelf, PERSON, ask)).toEqual({ sent: 0, rest: "none" });
    expect(asked).toHaveLength(4);
  });

  test.each<[what: string, told: Told, rest: string]>([
    ["no network", "lost", "later"],
    ["a server that fails", { status: 500, body: {} }, "later"],
    ["a proxy that answers with a page", { status: 502, body: "<html>" }, "later"],
    ["too much at once", { status: 429, body: {} }, "later"],
    ["a session that ended", { status: 401, body: {} }, "signed-out"],
  ])("stays in its order with %s", async (_what, told, rest) => {
    for (const no of [1, 2]) await shelf.putDraft(draftOf(no));
    const { ask, asked } = serverThat(told);
    expect(await sendWaiting(shelf, PERSON, ask)).toEqual({ sent: 0, rest });
    expect(asked).toEqual(["PUT draft-1"]);
    expect(await states()).toEqual(["draft-1 waiting", "draft-2 waiting"]);
  });

  test.each<[what: string, told: Told, problem: string]>([
    [
      "a field that is wrong",
      { status: 422, body: { errors: { siteId: "Choose a site" } } },
      "Choose a site",
    ],
    ["a rule", { status: 403, body: { refusals: [{ sentence: "Not on the team." }] } }, "Not on the team."],
    ["its size", { status: 413, body: { message: "Too long." } }, "Too long."],
    ["nothing that can be read", { status: 404, body: null }, "Send it again"],
  ])("that is refused for %s is kept with the reason, and holds up nothing", async (_what, told, problem) => {
    for (const no of [1, 2]) await shelf.putDraft(draftOf(no));
    const { ask } = serverThat(told);
    expect(await sendWaiting(shelf, PERSON, ask)).toEqual({ sent: 1, rest: "none" });
    expect(await states()).toEqual(["draft-1 stopped"]);
    expect((await shelf.readDraft("draft-1"))?.problem).toContain(problem);
  });

  test("that was changed elsewhere stands beside what is there now", async () => {
    await shelf.putDraft(draftOf(1, { baseVersion: 0 }));
    const current = { evidence: "Seen by Rosa", grade: "minor", version: 4, author: "Rosa Lind" };
    const { ask } = serverThat({ status: 409, body: { message: "Somebody changed this.", current } });
    await sendWaiting(shelf, PERSON, ask);
    const kept = await shelf.readDraft("draft-1");
    expect(kept).toMatchObject({ state: "conflict", current: { version: 4 } });
    expect(differingFields(draftOf(1).words, kept?.current?.words ?? wordsOf({}))).toEqual([
      "evidence",
      "grade",
    ]);
  });

  test("that is typed on while it is under way is not lost with the answer", async () => {
    await shelf.putDraft(draftOf(1));
    const newer = draftOf(1, { requestId: "newer", words: wordsOf({ evidence: "More" }), state: "typing" });
    const ask: Ask = async () => {
      await shelf.putDraft(newer);
      return Response.json({ version: 0 });
    };
    expect(await sendWaiting(shelf, PERSON, ask)).toEqual({ sent: 0, rest: "none" });
    expect(await shelf.readDraft("draft-1")).toEqual({ ...newer, baseVersion: 0 });
  });

  test("goes with what is under way when it is written meanwhile", async () => {
    await shelf.putDraft(draftOf(1));
    const asked: string[] = [];
    const ask: Ask = async (url) => {
      if (asked.push(String(url).slice(-7)) === 1) await shelf.putDraft(draftOf(2));
      return Response.json({ version: 0 });
    };
    expect(await sendAll(shelf, PERSON, ask)).toEqual({ sent: 2, rest: "none" });
    expect(asked).toEqual(["draft-1", "draft-2"]);
  });

  test("keeps its photos until each is there", async () => {
    await shelf.putDraft(draftOf(1));
    for (const no of [1, 2]) {
      await shelf.putPhoto({
        id: `p${no}`,
        draftId: "draft-1",
        name: `photo-${no}.jpg`,
        bytes: new Blob(["-"]),
      });
    }
    const cut = serverThat({ status: 200, body: { version: 0 } }, { status: 200, body: {} }, "lost");
    expect(await sendWaiting(shelf, PERSON, cut.ask)).toEqual({ sent: 0, rest: "later" });
    expect(await states()).toEqual(["draft-1 kept"]);
    expect((await shelf.listPhotos("draft-1")).map(({ id }) => id)).toEqual(["p2"]);
    const again = serverThat();
    expect(await sendWaiting(shelf, PERSON, again.ask)).toEqual({ sent: 1, rest: "none" });
    expect(again.asked).toEqual(["PUT draft-1", "PUT draft-1/photos/p2"]);
  });

  test("is seen by who wrote it alone, and gone from the device with one act", async () => {
    await shelf.putDraft(draftOf(1, { personId: "omar" }));
    expect(await states()).toEqual([]);
    expect(await shelf.listDrafts("omar")).toHaveLength(1);
    await shelf.wipeDevice();
    expect(await shelf.listDrafts("omar")).toEqual([]);
  });
});

test("tries again ever more seldom: after 2 seconds first, after a minute at most", () => {
  expect([0, 1, 2, 3, 4, 5, 9].map(waitAfter)).toEqual([2, 4, 8, 16, 32, 60, 60].map((s) => s * 1000));
});

test("a place alone is nothing to keep", () => {
  expect(saysSomething(wordsOf({ siteId: "s", process: "IT" }))).toBe(false);
  expect(saysSomething(wordsOf({ grade: "minor" }))).toBe(true);
  expect(wordsOf({ evidence: 7, grade: null })).toEqual(wordsOf({}));
});

test("a file of drafts holds every word and where it belongs", () => {
  const text = draftsAsText([draftOf(1), draftOf(2, { words: wordsOf({ statement: "Not met" }) })]);
  expect(text).toBe("Hosting, Stage 2\nevidence: Seen 1\n\nHosting, Stage 2\nstatement: Not met");
});
