// Whether a tile shows the value that was published.

import { valuesOf } from "./decode.ts";

/** Throws unless every area of a tile has the value. */
export function checkTile(gzip: Buffer, level: string, value: number): void {
  const wrong = [...valuesOf(gzip, level)].find(([, shown]) => shown !== value);
  if (wrong) throw new Error(`area ${wrong[0]} shows ${wrong[1]} after ${value} was published`);
}
