// A quiet line while values of the map failed to arrive: what is seen instead, and a way to ask at once.

import { useWords } from "#client/i18n/words.ts";
import { useTileFailures } from "#client/model/tile_failures.ts";

export function TileFailureNotice() {
  const { t } = useWords();
  const maps = useTileFailures();
  if (maps.length === 0) return null;
  return (
    <section className="notice card is-small" data-testid="late-notice">
      <p>{maps.some(({ isOld }) => isOld) ? t.mapOld : t.mapPartMissing}</p>
      <button type="button" className="button" onClick={() => maps.forEach(({ retry }) => retry())}>
        {t.problem.retry}
      </button>
    </section>
  );
}
