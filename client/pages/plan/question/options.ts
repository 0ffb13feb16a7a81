// Numbers that a part of the question can be chosen from.

/** The list with one's own number in it, ascending. */
export const withOwn = (list: readonly number[], own: number): number[] =>
  [...new Set([...list, own])].sort((a, b) => a - b);
