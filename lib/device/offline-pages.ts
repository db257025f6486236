/** Where the worker is; it meets requests of the logger and of scripts alone. */
const WORKER = "/device-worker.js";

/**
 * Lets the page that is open now open again without network: the worker keeps it and what it is drawn with. Does nothing
 * where the browser has no workers, which is any address without https. Returns whether it is kept.
 */
export async function keepPageOffline(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.register(WORKER, { scope: "/" });
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  const drawnWith = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_next/static/"))
    .map(({ href }) => href);
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
  active.postMessage({ page: location.pathname, drawnWith }, [port2]);
  return await kept;
}
