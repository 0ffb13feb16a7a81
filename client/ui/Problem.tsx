// An error as the reader sees it: what happened, what still works, what to do.

import type { ApiError } from "#client/data/api.ts";
import { useWords } from "#client/i18n/words.ts";
import "#client/styles/notices.css";

export interface ProblemProps {
  readonly error: ApiError;
  retry(): void;
  /** Nothing else is on the screen. */
  readonly isWhole?: boolean;
}

export function Problem({ error, retry, isWhole = false }: ProblemProps) {
  const { t } = useWords();
  const { problem } = t;
  const isEmpty = isWhole && error.status === 404 && !window.location.search.includes("release=");
  const isReadOnly = error.title === "database read-only";
  const title = isEmpty ? problem.noRelease : isReadOnly ? problem.readOnly : problem[error.kind];
  const known = error.kind === "refused" || isReadOnly ? problem.known[error.title ?? ""] : undefined;
  const detail =
    known === undefined && error.kind === "refused" && !isEmpty ? problem.detail(error.message) : null;
  const what = isEmpty
    ? problem.noReleaseWhat
    : (known ??
      {
        away: isWhole ? problem.awayAtStart : problem.awayWhat,
        busy: isWhole ? problem.busyAtStart : problem.busyWhat,
        refused: error.status === 404 ? problem.notHere : problem.refusedWhat,
      }[error.kind]);
  return (
    <section className={isWhole ? "notice card is-whole" : "notice card"} role="alert">
      <h2>{title}</h2>
      <p>{what}</p>
      {detail !== null && <small>{detail}</small>}
      {error.requestId && error.kind !== "away" && <small>{problem.request(error.requestId)}</small>}
      <div className="notice-ways">
        {(error.status !== 404 || isEmpty) && (
          <button type="button" className="button" onClick={retry}>
            {problem.retry}
          </button>
        )}
        {error.kind === "refused" && !isEmpty && (
          <a className="button" href="/">
            {problem.start}
          </a>
        )}
      </div>
    </section>
  );
}
