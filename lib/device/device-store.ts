import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DeviceDraft, DevicePhoto } from "./device-draft";

interface Kept extends DBSchema {
  drafts: { key: string; value: DeviceDraft; indexes: { person: string } };
  photos: { key: string; value: DevicePhoto; indexes: { draft: string } };
}

const NAME = "certtrail";
const VERSION = 1;
/** Told on the window and to other tabs when something on the device has changed. */
export const CHANGED = "certtrail:device";
/** The worker's copies of pages and scripts begin with this. */
const CACHES = "certtrail-";

let opened: Promise<IDBPDatabase<Kept>> | null = null;

function open(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("person", "personId");
      database.createObjectStore("photos", { keyPath: "id" }).createIndex("draft", "draftId");
    },
    // Another tab wants to remove or renew the store: it must not wait for this one.
    blocking: () => void close(),
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

async function close(): Promise<void> {
  const database = await opened;
  opened = null;
  database?.close();
}

/** Whether this browser can keep anything: private windows of some cannot. */
export function canKeep(): boolean {
  return typeof indexedDB !== "undefined";
}

/** Keeps a draft as it is now. Rejects when the device has no room left. */
export async function putDraft(draft: DeviceDraft): Promise<void> {
  await (await open()).put("drafts", draft);
  tellChanged();
}

/** The drafts of a person on this device, the first one written first. */
export async function listDrafts(personId: string): Promise<DeviceDraft[]> {
  const drafts = await (await open()).getAllFromIndex("drafts", "person", personId);
  return drafts.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A draft as it is now; undefined when it was sent or deleted meanwhile. */
export async function readDraft(id: string): Promise<DeviceDraft | undefined> {
  return await (await open()).get("drafts", id);
}

/** Removes a draft with its photos. */
export async function removeDraft(id: string): Promise<void> {
  const store = (await open()).transaction(["drafts", "photos"], "readwrite");
  const photos = await store.objectStore("photos").index("draft").getAllKeys(id);
  await Promise.all(photos.map((photo) => store.objectStore("photos").delete(photo)));
  await store.objectStore("drafts").delete(id);
  await store.done;
  tellChanged();
}

export async function putPhoto(photo: DevicePhoto): Promise<void> {
  await (await open()).put("photos", photo);
  tellChanged();
}

export async function listPhotos(draftId: string): Promise<DevicePhoto[]> {
  const photos = await (await open()).getAllFromIndex("photos", "draft", draftId);
  return photos.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export async function removePhoto(id: string): Promise<void> {
  await (await open()).delete("photos", id);
  tellChanged();
}

/** Leaves nothing of anybody on this device: drafts, photos, and the pages kept to work without network. */
export async function wipeDevice(): Promise<void> {
  const store = (await open()).transaction(["drafts", "photos"], "readwrite");
  await Promise.all([store.objectStore("drafts").clear(), store.objectStore("photos").clear()]);
  await store.done;
  if (typeof caches !== "undefined") {
    const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  tellChanged();
}

let channel: BroadcastChannel | null = null;

function tellChanged(): void {
  if (typeof window === "undefined") return;
  window.dispatchEvent(new Event(CHANGED));
  channel ??= new BroadcastChannel(CHANGED);
  channel.postMessage(null);
}
