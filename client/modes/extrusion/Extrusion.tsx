// The toggle of the columns, the tilt that goes with them, and what they count.

import { useEffect } from "react";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import { useColumns } from "./use_columns.ts";
import type { ShownColumns } from "./use_columns.ts";
import { useOverlay, useTilt } from "./use_overlay.ts";
import "./extrusion.css";

/** Height of the highest column as a share of the frame from south to north. */
const HEIGHT = 0.3;
const METRES_PER_DEGREE = 111_320;
const INK = { light: [58, 46, 52], dark: [236, 232, 226] } as const;

export function Extrusion({ mapView }: { readonly mapView: MapView | null }) {
  const { t: all } = useWords();
  const t = all.panels;
  const here = useView();
  const { catalog, resolved, view, change } = here;
  const { isPlaced } = useOpenArea(here);
  const isOn = view.columns && mapView !== null;
  const { overlay, failure } = useOverlay(mapView, isOn);
  useTilt(mapView, isOn, isPlaced);
  const shown = useColumns(isOn);
  const { columns, highest, counted } = shown;
  const [, south, , north] = resolved.open?.bbox ?? catalog.bbox;
  useEffect(() => {
    overlay?.show(columns, {
      colour: INK[view.theme],
      radiusPx: columns.length > 400 ? 2.5 : columns.length > 60 ? 5 : 8,
      heightM: (north - south) * METRES_PER_DEGREE * HEIGHT,
      max: highest?.count ?? 0,
    });
  });
  if (!counted) return null;
  return (
    <>
      <button
        type="button"
        className="columns-toggle"
        aria-pressed={view.columns}
        aria-label={t.extrusion}
        title={t.extrusion}
        disabled={!mapView}
        onClick={() => change({ columns: !view.columns }, "replace")}
      >
        <svg className="icon" width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M4 16.5v-5h3v5M8.5 16.5v-9h3v9M13 16.5v-13h3v13M2.5 16.5h15"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      {isOn && (
        <output className="columns-note card">
          {failure === null ? <HighestColumn {...shown} /> : t.extrusionFailed}
        </output>
      )}
    </>
  );
}

/** What the columns count, and how many the highest stands for. */
function HighestColumn({ counted, highest, isLoading }: ShownColumns) {
  const words = useWords();
  const t = words.t.panels;
  const { resolved } = useView();
  const insiders = useInsiders();
  const names = highest && insiders.find(({ code }) => code === highest.code)?.names;
  if (!counted || !highest || !names) return isLoading ? words.t.loading : t.extrusionNone;
  const shown = [{ indicator: counted.indicator.id, period: resolved.period }];
  return (
    <>
      {t.extrusionNote({ measure: words.text(counted.measure.label), name: words.text(names) })}
      <Figure of={{ kind: "area", code: highest.code, shown }}>
        {words.number(highest.count, counted.measure.unit)}
      </Figure>
      {t.stop}
    </>
  );
}
