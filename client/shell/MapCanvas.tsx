// The map of the screen: follows the view, tells what is hovered, opened and where the camera stands.

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import "maplibre-gl/dist/maplibre-gl.css";
import type { AreaSummary } from "#domain/contract/areas";
import { getBrushed, subscribeBrush } from "#client/model/brush.ts";
import { getHover, setHover, subscribeHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useScreen } from "#client/data/screen.ts";
import { Lasso } from "#client/modes/area_set/Lasso.tsx";
import { toggled } from "#client/model/area_set.ts";
import { usePicking } from "#client/model/picking.ts";
import { useMapView } from "#client/map/use_map_view.ts";
import { subscribePrefetch } from "#client/model/prefetch.ts";
import { HoverCard } from "./HoverCard.tsx";
import { MapTools } from "./MapTools.tsx";
import { PrintedMap } from "#client/map/PrintedMap.tsx";
import { largestRadiusPx, radiusPx } from "#client/map/circles.ts";
import { readColours } from "#client/ui/theme_colours.ts";
import type { Circle, Label } from "#client/map/labels.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { NOTHING, columnsOf } from "#client/model/fill.ts";
import type { ClassPick } from "#client/model/fill.ts";
import "./map.css";

/** Always the same list, so that MapLibre need not draw when values change. */
const NO_CIRCLES: readonly Circle[] = [];
/** Names of more areas than this would hide the data. */
const NAMED_INSIDERS = 90;

export interface MapProps {
  readonly pick: ClassPick | null;
  readonly isNarrow: boolean;
  onZoom(zoom: number): void;
}

export default function MapCanvas({ pick, isNarrow, onZoom }: MapProps) {
  const screen = useScreen();
  const { catalog, resolved, view, classes, fill, paintedLevel, siblings, insiders, rowOf, openArea } =
    screen;
  const words = useWords();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isPainted, setIsPainted] = useState(false);
  const [isTouch, setIsTouch] = useState(false);
  const layout = useMemo(() => ({ isNarrow, isTableOpen: view.table }), [isNarrow, view.table]);
  const { mapView, isMissing } = useMapView(container, catalog.bbox);
  const picking = usePicking();
  const tappedFirst = useRef<string | null>(null);

  useEffect(() => {
    mapView?.applyTheme(readColours(view.theme), resolved.ramp[3]!, resolved.isCount);
  }, [mapView, view.theme, resolved.ramp, resolved.isCount]);

  // The content changes only when its classes are there, so that fill and legend always belong together.
  const isEmpty = resolved.indicator === null || resolved.nearestPeriod !== null;
  useEffect(() => {
    const level = tileLevelOf(catalog, paintedLevel ?? (isEmpty ? resolved.level.id : undefined));
    if (!mapView || !level) return;
    mapView.contentSwitch.show({
      level,
      fill: paintedLevel ? fill : NOTHING,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, paintedLevel, fill, isEmpty, resolved.level.id, view.theme]);

  // Values and classes are on their way at the same time.
  const { indicator, period } = resolved;
  useEffect(() => {
    if (mapView && indicator) mapView.contentSwitch.prefetch([columnsOf(indicator, period)]);
  }, [mapView, indicator, period]);
  useEffect(
    () => (mapView ? subscribePrefetch((columns) => mapView.contentSwitch.prefetch(columns)) : undefined),
    [mapView],
  );

  const openCode = resolved.open && resolved.open.code !== catalog.rootCode ? resolved.open.code : null;
  const selectedCode = resolved.selected?.code ?? null;
  useEffect(() => {
    const at = catalog.levels.findIndex(({ id }) => id === resolved.level.id);
    const top = tileLevelOf(catalog, catalog.levels[0]!.id)!;
    const openLevel = tileLevelOf(catalog, resolved.open?.level);
    mapView?.lines.show({
      above: catalog.levels.slice(1, Math.max(1, at)).map(({ id }) => tileLevelOf(catalog, id)!),
      top,
      open: openCode && openLevel ? { level: openLevel, code: openCode } : null,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, resolved.level.id, resolved.open, openCode, view.theme]);

  const circles = useMemo(() => {
    const max = classes.shown?.answer.classes.max ?? 0;
    const largest = largestRadiusPx(Math.max(insiders.length, 1));
    if (!resolved.isCount) return NO_CIRCLES;
    return insiders.flatMap(({ code, names, centre }) => {
      const value = rowOf.get(code)?.area.value;
      return centre && value !== undefined
        ? [{ code, name: words.text(names), centre, radiusPx: radiusPx(value, max, largest) }]
        : [];
    });
  }, [resolved.isCount, insiders, rowOf, classes.shown?.answer, words]);
  const labels = useMemo(() => {
    const radius = new Map(circles.map((circle) => [circle.code, circle.radiusPx]));
    const label =
      (isOutside: boolean) =>
      ({ code, names, centre }: AreaSummary, order: number): Label[] => {
        if (!centre || code === openCode) return [];
        const offset = radius.has(code) ? radius.get(code)! / 12 + 0.1 : 0.4;
        const place = code === selectedCode ? -1 : order;
        return [{ code, name: words.text(names), centre, order: place, isOutside, offset }];
      };
    const inside = insiders.length <= NAMED_INSIDERS ? insiders.flatMap(label(false)) : [];
    return [...inside, ...siblings.flatMap(label(true))];
  }, [siblings, insiders, words, openCode, selectedCode, circles]);
  useEffect(() => mapView?.label(labels), [mapView, labels]);
  useEffect(() => mapView?.circle(circles), [mapView, circles]);

  useEffect(() => {
    if (!mapView) return undefined;
    const mark = (): void => {
      const brushed = getBrushed();
      const marked = brushed.size === 0 ? [] : insiders.filter(({ code }) => brushed.has(code));
      mapView.mark(marked.flatMap(({ code, centre }) => (centre ? [{ code, centre }] : [])));
    };
    mark();
    return subscribeBrush(mark);
  }, [mapView, insiders]);

  useEffect(() => mapView?.contentSwitch.pick(pick), [mapView, pick]);
  useEffect(
    () => mapView?.lines.outline("selected", selectedCode ? [selectedCode] : []),
    [mapView, selectedCode],
  );
  useEffect(() => mapView?.lines.outline("marked", view.set ?? []), [mapView, view.set]);
  useEffect(() => {
    if (!mapView) return undefined;
    return subscribeHover(() => {
      const hover = getHover();
      mapView.hover(hover?.code ?? null);
      const centre = hover?.from === "table" && insiders.find(({ code }) => code === hover.code)?.centre;
      if (centre) mapView.cameraControl.reveal(centre, layout);
    });
  }, [mapView, insiders, layout]);

  // The camera: a shared one, else the frame of whatever is open.
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  const { camera } = view;
  const { isPlaced } = screen;
  useEffect(() => {
    if (!mapView || !isPlaced) return;
    if (camera) mapView.cameraControl.goTo(camera);
    onZoom(camera ? camera.zoom : mapView.cameraControl.frame(bbox, layout));
  }, [mapView, camera, bbox, isPlaced, layout, onZoom]);

  const onMoveEnd = useEffectEvent((isByReader: boolean) => {
    if (!mapView) return;
    const now = mapView.cameraControl.camera();
    onZoom(now.zoom);
    if (isByReader) screen.change({ camera: now }, "replace");
  });
  const onPoint = useEffectEvent((point: { x: number; y: number } | null) => {
    const area = point && mapView ? mapView.pointer.areaAt([point.x, point.y]) : null;
    setIsOver(area !== null);
    setHover(area && point ? { ...area, from: "map", point } : null);
    return area?.code ?? null;
  });
  const onClick = useEffectEvent((point: { x: number; y: number }, pointerType: string) => {
    const touches = pointerType === "touch";
    setIsTouch(touches);
    const code = onPoint(point);
    const isSecond = code !== null && code === tappedFirst.current;
    tappedFirst.current = code;
    if (code !== null && picking !== null) screen.change({ set: toggled(view.set, code) });
    else if (code !== null && (!touches || isSecond)) openArea(code);
  });
  useEffect(() => {
    mapView?.contentSwitch.follow(setIsPainted);
    return mapView?.pointer.listen({ onMoveEnd, onPoint, onClick });
  }, [mapView]);

  const areaName = resolved.open ? words.text(resolved.open.names) : words.t.wholeTerritory;
  const title = resolved.indicator ? words.text(resolved.indicator.label) : "";
  const label = words.t.mapLabel(words.plural(resolved.level), areaName, title);
  useEffect(() => mapView?.name(label), [mapView, label]);
  if (isMissing)
    return (
      <div className="map">
        <div className="map-notice card">
          <h2>{words.t.mapMissing}</h2>
          <p>{words.t.mapMissingWhat}</p>
        </div>
      </div>
    );
  return (
    <section className="map" aria-label={label}>
      <div
        ref={setContainer}
        className={isOver ? "map-canvas is-over" : "map-canvas"}
        data-painted={isPainted}
      />
      <MapTools
        mapView={mapView}
        onFit={() =>
          view.camera ? screen.change({ camera: null }) : mapView?.cameraControl.frame(bbox, layout)
        }
      />
      {mapView && picking === "lasso" && <Lasso mapView={mapView} />}
      <HoverCard isTouch={isTouch} />
      <PrintedMap mapView={mapView} layout={layout} />
    </section>
  );
}
