// The areas inside the open one as a small drawn map: classes of the main indicator, the worst five with their people.

import { useMemo, useState } from "react";
import type { ListedArea, Profile } from "#domain/contract/areas";
import { areasContract } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { classesContract } from "#domain/contract/values";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { NOTHING, colourOfValue, fillOfClasses } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import { mapAddress, overviewAddress } from "#client/model/location.ts";
import type { Row } from "#client/model/ranking.ts";
import { unitOfTerm } from "#client/model/shortfall.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import {
  areaPaths,
  borderPath,
  frameOf,
  outlinePath,
  placeOf,
  worldOf,
} from "#client/map/drawing/area_paths.ts";
import type { Frame } from "#client/map/drawing/area_paths.ts";
import { countInWords } from "./figure_texts.ts";
import { DrawnAreas } from "#client/map/drawing/DrawnAreas.tsx";
import type { LabelWish } from "#client/map/drawing/place_labels.ts";
import { insideAsked, insideLevel, useInsideRows } from "./use_inside.ts";
import { useTiles } from "#client/map/drawing/use_tiles.ts";
import { useWidth } from "#client/ui/use_width.ts";

/** Names of more areas than this would hide the colours; so would links to them. */
const NAMED = 60;
const WORST = 5;

/** The classes inside the area, made from its own areas, so that the worst of them is dark. */
function useInsideFill(profile: Profile, indicator: CatalogIndicator, level: CatalogLevel | null): Fill {
  const { catalog, view } = useView();
  const asked = insideAsked(catalog, profile, indicator, level);
  const { parent, ...column } = asked?.query ?? {};
  const { data } = useAnswer(
    classesContract,
    asked ? { query: { ...column, ...(parent === null ? {} : { within: parent, parent }) } } : null,
  );
  return useMemo(
    () => (data ? fillOfClasses(data, indicator, view.theme) : NOTHING),
    [data, indicator, view.theme],
  );
}

/** The worst first, with their people; each at the point inside it. */
function useWishes(
  rows: readonly Row[],
  areas: readonly ListedArea[],
  frame: Frame | null,
  indicator: CatalogIndicator,
): LabelWish[] {
  const words = useWords();
  const { catalog } = useView();
  if (!frame || rows.length > NAMED) return [];
  const centres = new Map(areas.map(({ code, centre }) => [code, centre]));
  const unit = unitOfTerm(indicator.numerator, catalog);
  return rows.flatMap(({ area, name }, order): LabelWish[] => {
    const centre = centres.get(area.code);
    if (!centre) return [];
    const isWorst = order < WORST && unit !== null && area.numerator !== undefined;
    return [
      {
        code: area.code,
        name,
        second: isWorst ? countInWords(words, area.numerator!, unit) : null,
        at: placeOf(frame, worldOf(...centre)),
        order,
      },
    ];
  });
}

/** The shapes inside the area, drawn to a width in pixels; null until the tiles are there. */
function useDrawing({ area }: Profile, level: CatalogLevel | null, width: number) {
  const { catalog } = useView();
  const { bbox } = area;
  const frame = useMemo(
    () =>
      bbox && width > 0 ? frameOf(bbox, width, Math.min(260, width), Math.max(320, width * 1.1), 12) : null,
    [bbox, width],
  );
  const inside = useTiles(tileLevelOf(catalog, level?.id), frame);
  const whole = useTiles(tileLevelOf(catalog, area.level), frame);
  const drawn = useMemo(() => {
    if (!frame || !inside.tiles || !whole.tiles) return null;
    return {
      paths: areaPaths(inside.tiles, frame),
      borders: borderPath(inside.tiles, frame),
      outline: outlinePath(whole.tiles, area.code, frame),
    };
  }, [frame, inside.tiles, whole.tiles, area.code]);
  return { drawn, frame, hasFailed: inside.hasFailed };
}

export interface AreaMapProps {
  readonly profile: Profile;
  readonly indicator: CatalogIndicator;
}

export function AreaMap({ profile, indicator }: AreaMapProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  const level = insideLevel(catalog, profile.area);
  const { values, rows } = useInsideRows(profile, indicator, level);
  const fill = useInsideFill(profile, indicator, level);
  const { area, period } = profile;
  const parent = area.code === catalog.rootCode ? null : area.code;
  const isListed = level !== null && (parent !== null || level.areaCount <= WHOLE_LEVEL);
  const list = useAnswer(
    areasContract,
    isListed ? { query: { release: catalog.address, level: level.id, parent, limit: 10_000 } } : null,
  );
  const { drawn, frame, hasFailed } = useDrawing(profile, level, width);
  const wishes = useWishes(rows, list.data?.areas ?? [], frame, indicator);
  if (!level || !area.bbox || (!values.isLoading && rows.length === 0)) return null;
  const isDrawn = drawn !== null && frame !== null && fill.kind !== "plain" && values.data !== null;
  return (
    <section className="overview-map overview-card">
      <MapTitle {...{ profile, indicator, level }} />
      <p className="overview-sub">{t.overview.mapSub(words.title(indicator), period)}</p>
      <div ref={setElement} className="overview-drawing" data-painted={isDrawn || hasFailed}>
        {!isDrawn && !hasFailed && <div className="skeleton" style={{ height: 300 }} />}
        {hasFailed && <p className="nothing">{t.coming.failed(t.overview.mapOf(words.plural(level)))}</p>}
        {isDrawn && (
          <DrawnAreas
            {...drawn}
            frame={frame}
            wishes={wishes}
            areas={rows.map(({ area: { code, value }, name }) => ({
              code,
              label: t.pair(
                name,
                value === undefined ? t.overview.light.none : words.number(value, indicator.unit),
              ),
              colour: value === undefined ? null : colourOfValue(fill, value),
              to: rows.length <= NAMED ? overviewAddress({ area: code, camera: null }) : null,
            }))}
            label={t.mapLabel(words.plural(level), words.text(area.names), words.text(indicator.label))}
          />
        )}
      </div>
      {isDrawn && <Ends fill={fill} />}
    </section>
  );
}

/** What the map shows, with the ways to the map of the change and to the large map. */
function MapTitle({ profile, indicator, level }: AreaMapProps & { readonly level: CatalogLevel }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const { area, period } = profile;
  const parent = area.code === catalog.rootCode ? null : area.code;
  const onMap = {
    area: parent,
    lens: indicator.lens,
    indicator: indicator.id,
    period,
    level: null,
    camera: null,
  } as const;
  const before = indicator.periods[indicator.periods.indexOf(period) - 1];
  return (
    <h2>
      {t.overview.mapOf(words.plural(level))}
      {before !== undefined && (
        <PageLink to={mapAddress({ ...onMap, mode: { kind: "change", since: before } })}>
          {t.overview.changedSince(before)}
        </PageLink>
      )}
      <PageLink to={mapAddress({ ...onMap, mode: { kind: "one" } })}>{t.overview.openMap}</PageLink>
    </h2>
  );
}

/** The classes from light to heavy, in words at both ends. */
function Ends({ fill }: { readonly fill: Fill }) {
  const { t } = useWords();
  if (fill.kind !== "classes") return null;
  const colours = fill.zeroColour === null ? fill.colours : [fill.zeroColour, ...fill.colours];
  return (
    <p className="overview-ends">
      {t.overview.ends.light}
      {colours.map((colour) => (
        <i key={colour} style={{ background: colour }} />
      ))}
      {t.overview.ends.heavy}
    </p>
  );
}
