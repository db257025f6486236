import { AsyncLocalStorage } from "node:async_hooks";

// The door and the pages are bundled apart, and must see the same one.
const kept = globalThis as typeof globalThis & { certtrailRequest?: AsyncLocalStorage<string> };
kept.certtrailRequest ??= new AsyncLocalStorage<string>();

/** The id of the request that is being answered: on each line of the log, and in the header `x-request-id`. */
export const requestId: AsyncLocalStorage<string> = kept.certtrailRequest;
