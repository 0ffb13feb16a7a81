// Two or four maps side by side, or two under a line that is drawn aside; one camera, one hover.

import { useState } from "react";
import { findIndicator } from "#domain/indicator";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { ComparePane } from "./ComparePane.tsx";
import type { CompareMode } from "#client/model/view.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { SharedLegend } from "./SharedLegend.tsx";
import { useSharedCamera } from "./use_shared_camera.ts";
import "#client/styles/map.css";
import "./compare.css";

/** Draws the maps of the view. */
export function CompareMaps() {
  const mode = useMode("compare");
  // Side by side and in a swipe the maps have other sizes and begin with another frame.
  return mode && <Maps key={`${mode.maps.length} ${mode.swipe}`} {...mode} />;
}

/** The number of maps does not change while they are on the screen. */
function Maps({ maps, swipe }: Pick<CompareMode, "maps" | "swipe">) {
  const { t } = useWords();
  const { catalog, change } = useView();
  const [stages, setStages] = useState<readonly (MapView | null)[]>([]);
  const [aside, setAside] = useState(50);
  const isSwipe = swipe && maps.length === 2;
  const isShared = maps.every(({ indicator }) => indicator === maps[0]?.indicator);
  useSharedCamera(stages, { count: maps.length, isShared });

  const periodsOf = (id: string): readonly string[] => findIndicator(catalog.indicators, id)?.periods ?? [];
  const put = (at: number, mapView: MapView | null): void =>
    setStages((known) =>
      Array.from({ length: maps.length }, (_, i) => (i === at ? mapView : (known[i] ?? null))),
    );
  const show = (next: readonly MapSpec[]): void => change({ mode: { kind: "compare", maps: next, swipe } });
  return (
    <section
      className={`compare is-${isSwipe ? "swipe" : maps.length} ${isShared ? "has-shared" : ""}`}
      aria-label={t.compare.label}
      style={{ ["--aside" as string]: `${aside}%` }}
    >
      {isShared && (
        <SharedLegend
          spec={maps.find(({ period }) => periodsOf(maps[0]!.indicator).includes(period)) ?? maps[0]!}
          onChoose={({ id, periods }) =>
            show(
              maps.map(({ period }) => ({
                indicator: id,
                period: periods.includes(period) ? period : periods.at(-1)!,
              })),
            )
          }
        />
      )}
      {maps.map((spec, at) => (
        <ComparePane
          key={at}
          isShared={isShared}
          number={at + 1}
          spec={spec}
          onStage={(mapView) => put(at, mapView)}
          onSpec={(next) => show(maps.map((map, i) => (i === at ? next : map)))}
        />
      ))}
      {isSwipe && (
        <input
          className="compare-line"
          type="range"
          min={0}
          max={100}
          value={aside}
          aria-label={t.compare.line}
          onChange={(event) => setAside(Number(event.target.value))}
        />
      )}
    </section>
  );
}
