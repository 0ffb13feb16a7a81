// The map of the screen: follows the scene, tells what is hovered, opened and where the camera stands.

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
import { useStage } from "#client/map/use_map_view.ts";
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
  const { catalog, scene, view, classes, painting, paintedLevel, siblings, insiders, rowOf, openArea } =
    screen;
  const words = useWords();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isPainted, setIsPainted] = useState(false);
  const [isTouch, setIsTouch] = useState(false);
  const layout = useMemo(() => ({ isNarrow, isTableOpen: view.table }), [isNarrow, view.table]);
  const { stage, isMissing } = useStage(container, catalog.bbox);
  const picking = usePicking();
  const tappedFirst = useRef<string | null>(null);

  useEffect(() => {
    stage?.dress(readColours(view.theme), scene.ramp[3]!, scene.isCount);
  }, [stage, view.theme, scene.ramp, scene.isCount]);

  // The picture changes only when its classes are there, so that fill and legend always belong together.
  const isEmpty = scene.indicator === null || scene.nearestPeriod !== null;
  useEffect(() => {
    const level = tileLevelOf(catalog, paintedLevel ?? (isEmpty ? scene.level.id : undefined));
    if (!stage || !level) return;
    stage.pictures.show({
      level,
      painting: paintedLevel ? painting : NOTHING,
      tokens: readColours(view.theme),
    });
  }, [stage, catalog, paintedLevel, painting, isEmpty, scene.level.id, view.theme]);

  // Values and classes are on their way at the same time.
  const { indicator, period } = scene;
  useEffect(() => {
    if (stage && indicator) stage.pictures.prefetch([columnsOf(indicator, period)]);
  }, [stage, indicator, period]);
  useEffect(
    () => (stage ? subscribePrefetch((columns) => stage.pictures.prefetch(columns)) : undefined),
    [stage],
  );

  const openCode = scene.open && scene.open.code !== catalog.rootCode ? scene.open.code : null;
  const selectedCode = scene.selected?.code ?? null;
  useEffect(() => {
    const at = catalog.levels.findIndex(({ id }) => id === scene.level.id);
    const top = tileLevelOf(catalog, catalog.levels[0]!.id)!;
    const openLevel = tileLevelOf(catalog, scene.open?.level);
    stage?.lines.show({
      above: catalog.levels.slice(1, Math.max(1, at)).map(({ id }) => tileLevelOf(catalog, id)!),
      top,
      open: openCode && openLevel ? { level: openLevel, code: openCode } : null,
      tokens: readColours(view.theme),
    });
  }, [stage, catalog, scene.level.id, scene.open, openCode, view.theme]);

  const circles = useMemo(() => {
    const max = classes.last?.classes.max ?? 0;
    const largest = largestRadiusPx(Math.max(insiders.length, 1));
    if (!scene.isCount) return NO_CIRCLES;
    return insiders.flatMap(({ code, names, centre }) => {
      const value = rowOf.get(code)?.area.value;
      return centre && value !== undefined
        ? [{ code, name: words.text(names), centre, radiusPx: radiusPx(value, max, largest) }]
        : [];
    });
  }, [scene.isCount, insiders, rowOf, classes.last, words]);
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
  useEffect(() => stage?.label(labels), [stage, labels]);
  useEffect(() => stage?.circle(circles), [stage, circles]);

  useEffect(() => {
    if (!stage) return undefined;
    const mark = (): void => {
      const brushed = getBrushed();
      const marked = brushed.size === 0 ? [] : insiders.filter(({ code }) => brushed.has(code));
      stage.mark(marked.flatMap(({ code, centre }) => (centre ? [{ code, centre }] : [])));
    };
    mark();
    return subscribeBrush(mark);
  }, [stage, insiders]);

  useEffect(() => stage?.pictures.pick(pick), [stage, pick]);
  useEffect(
    () => stage?.lines.outline("selected", selectedCode ? [selectedCode] : []),
    [stage, selectedCode],
  );
  useEffect(() => stage?.lines.outline("marked", view.set ?? []), [stage, view.set]);
  useEffect(() => {
    if (!stage) return undefined;
    return subscribeHover(() => {
      const hover = getHover();
      stage.hover(hover?.code ?? null);
      const centre = hover?.from === "table" && insiders.find(({ code }) => code === hover.code)?.centre;
      if (centre) stage.flight.reveal(centre, layout);
    });
  }, [stage, insiders, layout]);

  // The camera: a shared one, else the frame of whatever is open.
  const bbox = scene.open?.bbox ?? catalog.bbox;
  const { camera } = view;
  const { isPlaced } = screen;
  useEffect(() => {
    if (!stage || !isPlaced) return;
    if (camera) stage.flight.goTo(camera);
    onZoom(camera ? camera.zoom : stage.flight.frame(bbox, layout));
  }, [stage, camera, bbox, isPlaced, layout, onZoom]);

  const onMoveEnd = useEffectEvent((isByReader: boolean) => {
    if (!stage) return;
    const now = stage.flight.camera();
    onZoom(now.zoom);
    if (isByReader) screen.change({ camera: now }, "replace");
  });
  const onPoint = useEffectEvent((point: { x: number; y: number } | null) => {
    const area = point && stage ? stage.pointing.areaAt([point.x, point.y]) : null;
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
    stage?.pictures.follow(setIsPainted);
    return stage?.pointing.listen({ onMoveEnd, onPoint, onClick });
  }, [stage]);

  const areaName = scene.open ? words.text(scene.open.names) : words.t.wholeTerritory;
  const title = scene.indicator ? words.text(scene.indicator.label) : "";
  const label = words.t.mapLabel(words.plural(scene.level), areaName, title);
  useEffect(() => stage?.name(label), [stage, label]);
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
        stage={stage}
        onFit={() => (view.camera ? screen.change({ camera: null }) : stage?.flight.frame(bbox, layout))}
      />
      {stage && picking === "lasso" && <Lasso stage={stage} />}
      <HoverCard isTouch={isTouch} />
      <PrintedMap stage={stage} layout={layout} />
    </section>
  );
}
