import "server-only";
import sharp, { type Sharp } from "sharp";

/** A larger picture is not shown; it can be downloaded. */
const MOST_BYTES = 50 * 1024 * 1024;
/** A plain JPEG is made smaller while it is read: as many pixels as good phones take. */
const MOST_PIXELS = 50_000_000;
/** All others are in memory as a whole, at four bytes a pixel. */
const MOST_PIXELS_AT_ONCE = 25_000_000;
/** No screen shows more, and what is shown need not be the proof itself: that is the download. */
const LONGEST_SIDE = 2560;
const QUALITY = 85;

/** Kinds that are drawn anew, each into its own kind. */
const encoders: Record<string, (picture: Sharp) => Sharp> = {
  "image/jpeg": (picture) => picture.jpeg({ quality: QUALITY }),
  "image/png": (picture) => picture.png(),
  "image/webp": (picture) => picture.webp({ quality: QUALITY }),
};

// The library reads forty formats by their content; what calls itself a picture meets the readers of three.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
// Pictures come one by one and seldom twice: kept decoded ones would only cost memory.
sharp.cache(false);

/** The picture being drawn: one at a time, because each needs memory for all its pixels, and anybody may ask for many. */
let drawing: Promise<unknown> = Promise.resolve();

/** Whether a file of this kind is shown as a picture of our own making. */
export function isPicture(mediaType: string): boolean {
  return Object.hasOwn(encoders, mediaType);
}

/**
 * Draws a picture anew from at most 50 MB: turned the right way up, at most 2,560 pixels long, without the place it was
 * taken at and whatever else it carried beside its pixels. Null when it is larger, or no whole picture of that kind.
 */
export async function redraw(
  bytes: ReadableStream<Uint8Array>,
  { mediaType, size }: { mediaType: string; size: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const encode = encoders[mediaType];
  if (!encode) throw new Error(`${mediaType} is no kind of picture.`);
  if (size > MOST_BYTES) {
    await bytes.cancel();
    return null;
  }
  const turn = drawing.then(async () => await draw(bytes, mediaType, encode));
  // The next one comes also when this one fails.
  drawing = turn.catch(() => null);
  return await turn;
}

async function draw(
  bytes: ReadableStream<Uint8Array>,
  mediaType: string,
  encode: (picture: Sharp) => Sharp,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // The library holds the whole file either way.
  const whole = await new Response(bytes).arrayBuffer();
  const picture = sharp(whole, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true });
  try {
    const { format, width, height, isProgressive } = await picture.metadata();
    const most = format === "jpeg" && !isProgressive ? MOST_PIXELS : MOST_PIXELS_AT_ONCE;
    if (`image/${format}` !== mediaType || width * height > most) return null;
    const shown = picture
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
    return new Uint8Array(await encode(shown).toBuffer());
  } catch (error) {
    // libvips says in words what it could not read; anything else is a fault of ours.
    if (error instanceof Error && !(error instanceof TypeError)) return null;
    throw error;
  }
}
