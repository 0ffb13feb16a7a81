// Takes things one by one from whoever has most left.

/** How many are taken from each when `count` are taken one by one from whoever has most left, the first of equals; whole numbers. */
export function takeFromMost(amounts: readonly number[], count: number): number[] {
  const above = (level: number): number =>
    amounts.reduce((sum, amount) => sum + Math.max(0, amount - level), 0);
  // The lowest level to which all can be brought down.
  let [low, high] = [0, amounts.reduce((most, amount) => Math.max(most, amount), 0)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (above(middle) <= count) high = middle;
    else low = middle + 1;
  }
  let left = count - above(low);
  return amounts.map((amount) => {
    const more = left > 0 && low > 0 && amount >= low ? 1 : 0;
    left -= more;
    return Math.max(0, amount - low) + more;
  });
}
