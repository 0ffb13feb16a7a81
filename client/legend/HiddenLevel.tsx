// Why the requested level is not drawn, what is shown instead, and the way down.

import { getCamera } from "#client/model/location.ts";
import { useWords } from "#client/i18n/words.ts";
import { insideOf } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";

export function HiddenLevel() {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, change } = useView();
  const { hidden, level, open } = resolved;
  if (!hidden) return null;
  const facts = { hidden: words.plural(hidden.level), shown: words.plural(level) };
  if (hidden.reason === "circles")
    return <p className="scope hidden-level">{t.hiddenLevel.circles(facts)}</p>;
  const [west, south, east, north] = open?.bbox ?? catalog.bbox;
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  // Into the open area where there is one, else where the map stands.
  const { lon, lat } = insideOf({ catalog, resolved }) === null ? (getCamera() ?? middle) : middle;
  return (
    <p className="scope hidden-level">
      {t.hiddenLevel.zoom(facts)}{" "}
      <button
        type="button"
        className="link"
        onClick={() => change({ camera: { lon, lat, zoom: hidden.level.minZoom } })}
      >
        {t.hiddenLevel.zoomIn}
      </button>
    </p>
  );
}
