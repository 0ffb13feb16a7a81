// The toggle of the columns, the tilt that goes with them, and what they count.

import { useEffect, useRef, useState } from "react";
import { valuesContract } from "#domain/contract/values";
import { useWords } from "#client/i18n/words.ts";
import { prefersReducedMotion } from "#client/map/camera.ts";
import type { MapView } from "#client/map/map_view.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { shownInside } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import type { Column, ColumnOverlay } from "./overlay.ts";
import "./extrusion.css";

const TILT = 50;
const TILT_MS = 500;
/** Height of the highest column as a share of the frame from south to north. */
const HEIGHT = 0.3;
const METRES_PER_DEGREE = 111_320;
const INK = { light: [58, 46, 52], dark: [236, 232, 226] } as const;

export function Extrusion({ mapView }: { readonly mapView: MapView | null }) {
  const words = useWords();
  const t = words.t.panels;
  const here = useView();
  const { catalog, resolved, view, change } = here;
  const insiders = useInsiders();
  const { isPlaced } = useOpenArea(here);
  const isOn = view.columns && mapView !== null;
  const [overlay, setOverlay] = useState<ColumnOverlay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const wasOn = useRef(false);
  const counted = resolved.indicator && peopleInNeedOf(resolved.indicator, catalog);
  const hasFigures = counted?.indicator.periods.includes(resolved.period) ?? false;
  const values = useAnswer(
    valuesContract,
    isOn && counted && hasFigures
      ? {
          query: {
            release: catalog.address,
            indicator: counted.indicator.id,
            period: resolved.period,
            level: resolved.level.id,
            parent: shownInside(here),
          },
        }
      : null,
  );

  useEffect(() => {
    if (!isOn || !mapView) return undefined;
    let made: ColumnOverlay | null = null;
    let isOver = false;
    void import("./overlay.ts").then(
      ({ ColumnOverlay: Overlay }) => {
        if (isOver) return;
        made = new Overlay(mapView.map);
        setOverlay(made);
        setFailure(null);
      },
      (reason: unknown) => setFailure(String(reason)),
    );
    return () => {
      isOver = true;
      setOverlay(null);
      made?.remove();
    };
  }, [isOn, mapView]);

  useEffect(() => {
    if (!mapView || isOn === wasOn.current || !isPlaced) return undefined;
    const { map } = mapView;
    const tilt = (): void => {
      wasOn.current = isOn;
      if (isOn) map.setMaxPitch(60);
      else map.once("moveend", () => map.getPitch() === 0 && map.setMaxPitch(0));
      map.easeTo({ pitch: isOn ? TILT : 0, duration: prefersReducedMotion() ? 0 : TILT_MS });
    };
    // A camera movement to the open area comes first; a tilt would stop it.
    const timer = setTimeout(() => (map.isMoving() ? map.once("moveend", tilt) : tilt()), 0);
    return () => {
      clearTimeout(timer);
      map.off("moveend", tilt);
    };
  }, [mapView, isOn, isPlaced]);

  const [, south, , north] = resolved.open?.bbox ?? catalog.bbox;
  const areas = isOn && counted && hasFigures ? values.data?.areas : undefined;
  const count = new Map(areas?.map(({ code, numerator }) => [code, numerator]));
  const columns = insiders.flatMap(({ code, centre }): Column[] => {
    const own = count.get(code);
    return centre && own ? [{ code, centre, count: own }] : [];
  });
  const highest = columns.reduce<Column | null>(
    (top, one) => (top && top.count >= one.count ? top : one),
    null,
  );
  useEffect(() => {
    overlay?.show(columns, {
      colour: INK[view.theme],
      radiusPx: columns.length > 400 ? 2.5 : columns.length > 60 ? 5 : 8,
      heightM: (north - south) * METRES_PER_DEGREE * HEIGHT,
      max: highest?.count ?? 0,
    });
  });
  if (!counted) return null;
  const columnText = ({ code, count: most }: Column, name: string) => (
    <>
      {t.extrusionNote({ measure: words.text(counted.measure.label), name })}
      <Figure
        of={{ kind: "area", code, shown: [{ indicator: counted.indicator.id, period: resolved.period }] }}
      >
        {words.number(most, counted.measure.unit)}
      </Figure>
      {t.stop}
    </>
  );
  const highestName = highest && insiders.find(({ code }) => code === highest.code)?.names;
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
          {failure !== null
            ? t.extrusionFailed
            : highest && highestName
              ? columnText(highest, words.text(highestName))
              : values.isLoading
                ? words.t.loading
                : t.extrusionNone}
        </output>
      )}
    </>
  );
}
