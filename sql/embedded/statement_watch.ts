// Watches the one backend from outside: nobody can interrupt the thread that runs it, so a statement past its limit, or a
// backend that answers no more, ends with its process.

/** What is being run. */
export interface Running {
  /** Null for no limit. */
  readonly limitMs: number | null;
  /** For the last words; without any value of the statement. */
  readonly what: string;
}

export interface StatementWatch {
  /** A statement begins; what comes back is called at its end, with whether the backend is ready for the next. */
  begin(running: Running): (isReady: boolean) => void;
  stop(): void;
}

/** A watch that calls `onFault` with what is wrong. */
export function watchStatements(onFault: (fault: string) => void): StatementWatch {
  let timer: NodeJS.Timeout | undefined;
  return {
    begin({ limitMs, what }) {
      if (limitMs !== null)
        timer = setTimeout(
          () => onFault(`a statement took longer than ${limitMs / 1000} s: ${what}`),
          limitMs,
        );
      return (isReady) => {
        clearTimeout(timer);
        // `copy … to program` ends the backend, which from then on answers nothing at all.
        if (!isReady) onFault(`a statement ended the backend: ${what}`);
      };
    },
    stop: () => clearTimeout(timer),
  };
}
