import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";
import { keepFile } from "@/lib/files/folder";
import { redraw } from "@/lib/files/picture";
import { addFile } from "@/lib/store/files";
import { GET } from "../../app/api/[org]/projects/[project]/files/[file]/route";
import { openSession } from "../support/asking";
import { createParties, type OpenFindings, openFindings } from "../support/open-findings";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { onDatabase, START } from "../support/story";

vi.mock("@/lib/session/cookie", async () => {
  const { signedIn: cookie } = await import("../support/signed-in");
  return { readSessionToken: async () => cookie.token };
});

onDatabase();

const SECRET = "Rue de la Loi 16, third floor";
const SIDEWAYS = 6;
const wide = () =>
  sharp({ create: { width: 60, height: 20, channels: 3, background: "#3060a0" } }).withExif({
    IFD0: { ImageDescription: SECRET, Make: "Phone" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 50/1 0/1" },
  });

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" }, limitInputPixels: false });

const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();
const show = async (bytes: Uint8Array, mediaType: string, size = bytes.byteLength) =>
  await redraw(streamOf(bytes), { mediaType, size });

const kinds = [
  ["image/jpeg", () => wide().jpeg().toBuffer()],
  ["image/png", () => wide().png().toBuffer()],
  ["image/webp", () => wide().webp().toBuffer()],
] as const;

test.each(kinds)("a picture is shown without what it carries: %s", async (mediaType, make) => {
  const sent = Buffer.concat([await make(), Buffer.from("<script>alert(1)</script>")]);
  expect(sent.includes(SECRET)).toBe(true);
  const shown = Buffer.from((await show(sent, mediaType)) ?? []);
  expect(shown.includes(SECRET)).toBe(false);
  expect(shown.includes("<script>")).toBe(false);
  const { exif, ...seen } = await sharp(shown).metadata();
  expect(seen).toMatchObject({ format: mediaType.split("/")[1], width: 60, height: 20 });
  expect(exif).toBeUndefined();
});

test("a picture taken sideways is shown upright", async () => {
  const sideways = await wide().withMetadata({ orientation: SIDEWAYS }).jpeg().toBuffer();
  const shown = await show(sideways, "image/jpeg");
  expect(await sharp(shown ?? undefined).metadata()).toMatchObject({ width: 20, height: 60 });
});

test("a picture of many pixels is shown as large as a screen needs", async () => {
  const large = await plain(6000, 3000).png().toBuffer();
  const shown = await show(large, "image/png");
  expect(await sharp(shown ?? undefined).metadata()).toMatchObject({ width: 2560, height: 1280 });
});

const unshown: [what: string, mediaType: string, bytes: () => Promise<Uint8Array>][] = [
  ["half a picture", "image/png", async () => (await wide().png().toBuffer()).subarray(0, 60)],
  ["a picture of another kind", "image/png", () => wide().jpeg().toBuffer()],
  [
    "a drawing that could load",
    "image/png",
    async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  ],
  ["an animation", "image/webp", () => wide().gif().toBuffer()],
  ["more pixels than fit into memory", "image/png", () => plain(6000, 5000).png().toBuffer()],
  [
    "as many in a JPEG that comes in layers",
    "image/jpeg",
    () => plain(6000, 5000).jpeg({ progressive: true }).toBuffer(),
  ],
  ["more pixels than are unpacked", "image/jpeg", () => plain(9000, 9000).jpeg().toBuffer()],
];
test.each(unshown)("%s is not shown", async (_, mediaType, bytes) => {
  expect(await show(await bytes(), mediaType)).toBeNull();
});

test("many at once are drawn one by one, also after one that cannot be", async () => {
  const torn = (await wide().png().toBuffer()).subarray(0, 60);
  const whole = await wide().png().toBuffer();
  const shown = await Promise.all([torn, whole, torn, whole].map((bytes) => show(bytes, "image/png")));
  expect(shown.map((drawn) => drawn !== null)).toEqual([false, true, false, true]);
});

test("a picture of more than 50 MB is not even read", async () => {
  expect(await show(await wide().png().toBuffer(), "image/png", 50 * 1024 * 1024 + 1)).toBeNull();
});

let story: OpenFindings;
beforeAll(async () => {
  story = await openFindings(await createParties());
});

async function open(bytes: Uint8Array, name: string, search: string): Promise<Response> {
  const { manager } = story.client;
  const kept = await keepFile(manager.organisationId, name, streamOf(bytes), { sha256: null, size: null });
  const file = await addFile(manager, story.projectId, name, kept, START);
  signedIn.token = await openSession(manager);
  const params = { org: manager.organisationSlug, project: story.projectId, file };
  return await GET(new Request(`http://localhost/${randomUUID()}${search}`), {
    params: Promise.resolve(params),
  });
}

const reads = async () =>
  await rows().event.count({ where: { projectId: story.projectId, kind: "file.read" } });

test("opened it is drawn anew, downloaded it is the proof byte for byte", async () => {
  const sent = await wide().png().toBuffer();
  const opened = await open(sent, "rack.png", "?open");
  expect(opened.headers.get("content-disposition")).toMatch(/^inline;/);
  expect(Buffer.from(await opened.arrayBuffer()).includes(SECRET)).toBe(false);
  const downloaded = await open(sent, "rack.png", "");
  expect(downloaded.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(Buffer.from(await downloaded.arrayBuffer()).equals(sent)).toBe(true);
});

test("what cannot be shown says so, and counts as no read", async () => {
  const before = await reads();
  const answer = await open((await wide().png().toBuffer()).subarray(0, 60), "torn.png", "?open");
  expect(answer.status).toBe(422);
  expect(await answer.text()).toBe("This picture cannot be shown here. Download it instead.");
  expect(await reads()).toBe(before);
});
