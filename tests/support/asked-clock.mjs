/**
 * Loaded before a server under test: for it, a request comes in at the instant that its header says. A list of commands
 * that takes months is then asked of one server, as fast as it answers. Whatever has no such request behind it sees the real time.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

const asked = new AsyncLocalStorage();

subscribe("http.server.request.start", ({ request }) => {
  const at = request.headers["x-asked-at"];
  if (at) asked.enterWith(Number(at));
});

globalThis.Date = new Proxy(Date, {
  construct(date, given, made) {
    const at = asked.getStore();
    return Reflect.construct(date, given.length === 0 && at !== undefined ? [at] : given, made);
  },
});
