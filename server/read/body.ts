// A finished answer, in pieces so that what is large and shared is never copied.

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

/** Stands for an answer that is right and has no content (204). */
export const NO_CONTENT: Body = bodyOf("", [], null);
