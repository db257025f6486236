/**
 * The smallest whole number n with 100·n² ≥ `hundredths`: a square root rounded up, decided by whole numbers alone, where √25
 * cannot become 5.000…1. `hundredths` is a whole number of 0 or more.
 */
export function wholeRoot(hundredths: number): number {
  // The root only starts the search.
  let root = Math.floor(Math.sqrt(hundredths / 100));
  while (100 * root * root < hundredths) root += 1;
  return root;
}
