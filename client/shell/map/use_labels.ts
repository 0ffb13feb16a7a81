// Names of areas on the map: those inside the open area, of the level above while there are many, and its neighbours.

import { useCallback, useEffect, useMemo } from "react";
import type { AreaSummary } from "#domain/contract/areas";
import { columnOf, insideOf, isSameColumn } from "#client/data/column.ts";
import { useAreasAbove, useInsiders, useSiblings } from "#client/data/use_area_names.ts";
import { useView } from "#client/data/view_context.ts";
import { useAreaRows, useValues } from "#client/data/use_values.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Circle, Label } from "#client/map/labels.ts";
import type { MapView } from "#client/map/map_view.ts";
import type { Row } from "#client/model/ranking.ts";
import { figureUnderName } from "./figure_under_name.ts";

/** Of more areas than this the names stand only where they are large, and those of the level above before. */
const NAMED_INSIDERS = 90;
/** Of more areas than this no names are laid out. */
const MOST_INSIDERS = 1_000;
/** Place of the neighbours in the order of names. */
const NEIGHBOURS_FROM = 10_000;
/** Zooms after which an area that has a line around it has room for its name. */
const ROOMY = 2.5;

/** Writes the change of an area under its name, once the answer is the one that was asked for. */
function useFigureOf(): (row: Row | undefined) => string {
  const words = useWords();
  const here = useView();
  const { column } = useAreaRows();
  const values = useValues();
  const isAnswered = isSameColumn(values.shown?.answer, columnOf(here));
  const unit = isAnswered && column?.since != null ? column.indicator.unit : null;
  return useCallback((row) => figureUnderName(row, unit, words), [unit, words]);
}

/** Writes the names, each under its circle where it has one. */
export function useLabels(mapView: MapView | null, circles: readonly Circle[]): void {
  const words = useWords();
  const here = useView();
  const insiders = useInsiders();
  const above = useAreasAbove();
  const siblings = useSiblings();
  const { rowOf } = useAreaRows();
  const figureOf = useFigureOf();
  const { legibleZoom } = here.resolved.level;
  const openCode = insideOf(here);
  const selectedCode = here.resolved.selected?.code ?? null;
  const labels = useMemo(() => {
    const radius = new Map(circles.map((circle) => [circle.code, circle.radiusPx]));
    const label =
      (isOutside: boolean, zoomFrom: number, after: number) =>
      ({ code, names, centre }: AreaSummary, at: number): Label[] => {
        if (!centre || code === openCode) return [];
        const offset = radius.has(code) ? radius.get(code)! / 12 + 0.1 : 0.4;
        // The worst area wins the room.
        const row = rowOf.get(code);
        const order = code === selectedCode ? -1 : after + (row?.rank ?? at);
        const figure = isOutside ? "" : figureOf(row);
        return [{ code, name: words.text(names), figure, centre, order, isOutside, offset, zoomFrom }];
      };
    const isMany = insiders.length > NAMED_INSIDERS;
    const inside =
      insiders.length <= MOST_INSIDERS
        ? insiders.flatMap(label(false, isMany ? legibleZoom + ROOMY : 0, above.length))
        : [];
    const parents = isMany ? above.flatMap(label(false, 0, 0)) : [];
    return [...parents, ...inside, ...siblings.flatMap(label(true, 0, NEIGHBOURS_FROM))];
  }, [siblings, insiders, above, words, openCode, selectedCode, circles, rowOf, figureOf, legibleZoom]);
  useEffect(() => mapView?.label(labels), [mapView, labels]);
}
