// One of several maps: its own indicator and period, its own legend line, the hover and the camera of all.

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { isFilled } from "#domain/column_kind";
import { valuesContract } from "#domain/contract/values";
import { LENS_IDS } from "#domain/lens";
import { LENS_RAMPS } from "#domain/lens_colours";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { getHover, setHover, subscribeHover, useHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { PrintedMap } from "#client/map/PrintedMap.tsx";
import { readColours } from "#client/ui/theme_colours.ts";
import { colourOfValue } from "#client/model/fill.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useWallScale } from "#client/model/wall_scale.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useMapView } from "#client/map/use_map_view.ts";
import { RampEnds } from "#client/legend/RampEnds.tsx";
import { RampStrip } from "#client/legend/RampStrip.tsx";
import { Swatch } from "#client/ui/swatch.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
import { insideOf as insideOfView, shownInside } from "#client/data/column.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { useSpec } from "./use_spec.ts";

export interface ComparePaneProps {
  readonly spec: MapSpec;
  /** Number of the map, from 1. */
  readonly number: number;
  /** Whether all maps show one indicator, and its legend stands over them. */
  readonly isShared: boolean;
  onStage(mapView: MapView | null): void;
  onSpec(spec: MapSpec): void;
}

export function ComparePane({ spec, number, isShared, onStage, onSpec }: ComparePaneProps) {
  const words = useWords();
  const { t, text } = words;
  const here = useView();
  const { catalog, resolved, view } = here;
  const openArea = useOpen();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [isPainted, setIsPainted] = useState(false);
  const { mapView } = useMapView(container, catalog.bbox);
  const hover = useHover();
  const scale = useWallScale();
  const { indicator, isThere, column, question, fill } = useSpec(spec);
  const insideOf = insideOfView(here);
  const listedInside = shownInside(here);
  const isInside = listedInside !== null;
  const values = useAnswer(valuesContract, isThere ? { query: { ...column, parent: listedInside } } : null);
  const ramp = LENS_RAMPS[indicator?.lens ?? resolved.lens][view.theme];
  const tellStage = useEffectEvent(onStage);
  useEffect(() => {
    if (!mapView) return undefined;
    tellStage(mapView);
    mapView.contentSwitch.follow(setIsPainted);
    return () => tellStage(null);
  }, [mapView]);
  useEffect(() => {
    mapView?.applyTheme(readColours(view.theme), view.theme, ramp[3]!, false, scale);
  }, [mapView, view.theme, ramp, scale]);
  const name = t.compare.pane(number);
  useEffect(() => mapView?.name(name), [mapView, name]);
  const level = useMemo(() => tileLevelOf(catalog, resolved.level.id), [catalog, resolved.level.id]);
  const openLevelId = resolved.open?.level;
  useEffect(() => {
    if (mapView && level && fill)
      mapView.contentSwitch.show({ level, fill, tokens: readColours(view.theme) });
  }, [mapView, level, fill, view.theme]);
  useEffect(() => {
    const openLevel = tileLevelOf(catalog, openLevelId);
    mapView?.lines.show({
      above: [],
      top: tileLevelOf(catalog, catalog.levels[0]!.id)!,
      open: insideOf && openLevel ? { level: openLevel, code: insideOf } : null,
      isInside,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, insideOf, isInside, openLevelId, view.theme]);
  useEffect(() => {
    if (!mapView) return undefined;
    return subscribeHover(() => mapView.hover(getHover()?.code ?? null));
  }, [mapView]);
  const onPoint = useEffectEvent((point: { x: number; y: number } | null) => {
    const area = point && mapView ? mapView.pointer.areaAt([point.x, point.y]) : null;
    setHover(area ? { code: area.code, name: area.name, from: "table", point: null, box: null } : null);
    return area?.code ?? null;
  });
  const onClick = useEffectEvent((point: { x: number; y: number }) => {
    const code = onPoint(point);
    if (code !== null) openArea(code);
  });
  useEffect(() => mapView?.pointer.listen({ onPoint, onClick, onMoveEnd: () => undefined }), [mapView]);

  const hovered = hover && values.data?.areas.find(({ code }) => code === hover.code);
  return (
    <section className="compare-pane" aria-label={name} data-painted={isPainted}>
      <div ref={setContainer} className="compare-map" />
      <PrintedMap mapView={mapView} />
      <div className={isShared ? "compare-legend is-shared" : "compare-legend card"}>
        <div className="compare-choice">
          <IndicatorSelect
            label={t.indicator}
            indicators={catalog.indicators.filter(isFilled)}
            lenses={LENS_IDS}
            chosen={indicator?.id ?? spec.indicator}
            onChoose={({ id, periods }) =>
              onSpec({
                indicator: id,
                period: periods.includes(spec.period) ? spec.period : periods.at(-1)!,
              })
            }
          />
          <select
            aria-label={t.period}
            value={spec.period}
            onChange={(event) => onSpec({ ...spec, period: event.target.value })}
          >
            {(indicator?.periods ?? [spec.period]).map((period) => (
              <option key={period}>{period}</option>
            ))}
          </select>
        </div>
        {isShared && isThere ? null : indicator && question && fill?.kind === "classes" ? (
          <RampStrip
            fill={fill}
            unit={indicator.unit}
            figureRef={{ kind: "classes", query: question, pick: null }}
          />
        ) : (
          <p className="nothing">{isThere ? t.loading : t.noDataIn(spec.period)}</p>
        )}
        {!hover && !isShared && isThere && indicator && <RampEnds indicator={indicator} />}
        <p className="compare-hover" aria-hidden="true" hidden={!hover && !isShared}>
          {hover && (
            <>
              {hovered?.value !== undefined && fill && <Swatch colour={colourOfValue(fill, hovered.value)} />}
              <span>{hovered ? text(hovered.names) : hover.name}</span>
              <strong>
                {hovered?.value !== undefined && indicator
                  ? words.number(hovered.value, indicator.unit)
                  : hovered?.missing && words.missing(hovered.missing)}
              </strong>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
