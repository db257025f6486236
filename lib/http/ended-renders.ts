/**
 * Lets an ended render go. React ends each with an error as the reason of an abort. Until somebody reads its stack, V8 keeps with
 * the error what each of its frames was called on: there the immediate that Node was running, which still names its neighbours
 * in the queue, which hold the requests they were made for, whose renders ended with an error too. Under load this
 * chain keeps every request, with page and socket. A stack that has been read is text and holds nothing.
 */
export function letEndedRendersGo(): void {
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function (this: AbortController, reason?: unknown): void {
    if (reason instanceof Error) void reason.stack;
    abort.call(this, reason);
  };
}
