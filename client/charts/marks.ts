// The marks of a chart are one stop of Tab: where the arrow keys lead from one to the next.

/** Columns run from left to right, rows from the bottom to the top; both only say what lies beside what. */
export interface MarkPlace {
  readonly column: number;
  readonly row: number;
}

const nearest = (
  places: readonly MarkPlace[],
  among: readonly number[],
  from: MarkPlace,
): number | undefined =>
  among.reduce<number | undefined>((best, candidate) => {
    const away = (at: number): number =>
      Math.abs(places[at]!.column - from.column) * places.length * 10 + Math.abs(places[at]!.row - from.row);
    return best === undefined || away(candidate) < away(best) ? candidate : best;
  }, undefined);

/**
 * The mark that a key leads to: Left and Right to the next column that has one, there to the nearest row; Up and Down within
 * the column; Home and End to the ends. Undefined for another key, or where there is none.
 */
export function markTowards(places: readonly MarkPlace[], at: number, key: string): number | undefined {
  const from = places[at];
  if (!from) return undefined;
  if (key === "Home") return 0;
  if (key === "End") return places.length - 1;
  const all = places.map((_, i) => i);
  const isThere: Readonly<Record<string, (to: MarkPlace) => boolean>> = {
    ArrowLeft: ({ column }) => column < from.column,
    ArrowRight: ({ column }) => column > from.column,
    ArrowUp: ({ column, row }) => column === from.column && row > from.row,
    ArrowDown: ({ column, row }) => column === from.column && row < from.row,
  };
  const wanted = isThere[key];
  return (
    wanted &&
    nearest(
      places,
      all.filter((i) => wanted(places[i]!)),
      from,
    )
  );
}
