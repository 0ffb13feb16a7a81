// How a long run is watched and ended.

export interface Hooks {
  /** Called with the best plan's objective and the bound whenever either may have changed. */
  readonly onProgress?: (objective: number, bound: number, nodes: number) => void;
  /** When the run ends with the best plan so far, in milliseconds of performance.now(); it then differs from machine to machine. */
  readonly deadline?: number;
  /** Asked now and then: whether to end with the best plan so far. */
  readonly isStopped?: () => boolean;
}
