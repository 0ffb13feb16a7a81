// How far a long piece of work is.

export interface ProgressStep {
  readonly what: string;
  readonly done: number;
  /** Null while unknown. */
  readonly total: number | null;
}

/** Called with every step of a long piece of work. */
export type Progress = (step: ProgressStep) => void;
