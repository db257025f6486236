/** A path of this product to go on to, or the given one: "//elsewhere" and full addresses lead away. */
export function safeNext(next: string | undefined, otherwise: string): string {
  return next && /^\/(?![/\\])/.test(next) ? next : otherwise;
}
