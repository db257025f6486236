/** Longer sides are made this long: enough to read a label on it, small enough for a phone network. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const KIND = "image/jpeg";

/**
 * Draws a photo anew as a JPEG of at most 1,600 pixels: the right way up, without the place it was taken at and all else
 * that a camera writes beside the picture. Null for a file that is no picture this browser can draw.
 */
export async function drawAnew(file: Blob): Promise<Blob | null> {
  const picture = await readPicture(file);
  if (!picture) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return await new Promise((resolve) => canvas.toBlob(resolve, KIND, QUALITY));
}

async function readPicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** The bytes as an address that a page may show: pages show no other ones of the device. */
export async function showable(bytes: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}

/** "photo-3.jpg" for any name a camera gave: it may say where or when, and its ending is another one now. */
export function photoName(index: number): string {
  return `photo-${index}.jpg`;
}
