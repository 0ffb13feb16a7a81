// A finished answer, in pieces so that what is large and shared is never copied.

import type { ServerResponse } from "node:http";

export interface Body {
  readonly type: string;
  readonly pieces: readonly Buffer[];
  /** Of all pieces. */
  readonly length: number;
  readonly encoding: "gzip" | null;
  /** Name under which a browser saves it. */
  readonly fileName?: string;
}

export const bodyOf = (
  type: string,
  pieces: readonly Buffer[],
  encoding: "gzip" | null,
  fileName?: string,
): Body => ({
  type,
  pieces,
  length: pieces.reduce((sum, { length }) => sum + length, 0),
  encoding,
  ...(fileName === undefined ? {} : { fileName }),
});

/** Ends an answer with a body; its pieces leave together. */
export function endWith(res: ServerResponse, { pieces }: Body): void {
  const last = pieces.length - 1;
  for (let at = 0; at < last; at++) res.write(pieces[at]);
  res.end(pieces[last]);
}
