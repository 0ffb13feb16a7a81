// The whole of a territory that has several areas at its top: an area without a code of its own.

/** Code, and level, of the whole; no code of an area holds this character. */
export const WHOLE = "~";
