// How far a long piece of work is.

/** Called after each part of a long piece of work; `total` is null while unknown. */
export type Progress = (step: {
  readonly what: string;
  readonly done: number;
  readonly total: number | null;
}) => void;
