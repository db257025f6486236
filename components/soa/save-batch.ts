interface Waiting {
  ref: string;
  field: string;
  text: string;
}

/**
 * What goes out together: the first that waits, and all that write the same value into the same field of other lines. A cell
 * that is written twice keeps its order. The rest waits on.
 */
export function takeBatch<W extends Waiting>(waiting: readonly W[]): [batch: W[], rest: W[]] {
  const [first] = waiting;
  const batch: W[] = [];
  const rest: W[] = [];
  const met = new Set<string>();
  for (const cell of waiting) {
    const key = `${cell.ref} ${cell.field}`;
    const isAlike = cell.field === first?.field && cell.text === first.text && !met.has(key);
    (isAlike ? batch : rest).push(cell);
    met.add(key);
  }
  return [batch, rest];
}
