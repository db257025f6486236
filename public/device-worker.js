// Lets the page where findings are logged open again without network. It keeps that page and the scripts, styles and
// letters it is drawn with, and nothing else; signing out removes all of it. What is typed is kept by the page itself.
const PAGES = "certtrail-pages";
const STATIC = "certtrail-static";
const LOGGER = /^\/[^/]+\/projects\/[^/]+\/audits\/[^/]+\/log$/;
// A network that is slower than this is none to somebody who stands in a server room.
const PATIENCE_MS = 3000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(openStatic(request));
  else if (request.mode === "navigate" && LOGGER.test(url.pathname)) event.respondWith(openLogger(event, url));
});

self.addEventListener("message", (event) => {
  const { page, drawnWith } = event.data;
  if (typeof page !== "string" || !LOGGER.test(page) || !Array.isArray(drawnWith)) return;
  event.waitUntil(
    keepAll(page, drawnWith).then(
      (kept) => event.ports[0]?.postMessage(kept),
      () => event.ports[0]?.postMessage(false),
    ),
  );
});

async function keepAll(page, drawnWith) {
  const statics = await caches.open(STATIC);
  for (const url of drawnWith) if (!(await statics.match(url))) await statics.add(url);
  return await keepPage(page, await fetch(page));
}

/** Only the page itself: not the sign-in that it may lead to, and no fault. */
async function keepPage(path, response) {
  const isPage = response.ok && !response.redirected && /^text\/html/.test(response.headers.get("content-type"));
  if (isPage) await (await caches.open(PAGES)).put(path, response.clone());
  return isPage;
}

/** Names of scripts change with their content, so a kept one is always right. */
async function openStatic(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  return await fetch(request);
}

async function openLogger(event, url) {
  const asking = fetch(event.request);
  // Only the plain page is kept; one that edits a draft needs the draft of the server.
  const keeping = asking.then((response) => !url.search && keepPage(url.pathname, response.clone()));
  event.waitUntil(keeping.catch(() => false));
  const kept = await caches.match(url.pathname);
  if (!kept) return await asking;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return await Promise.race([asking.catch(() => kept), late]);
}
