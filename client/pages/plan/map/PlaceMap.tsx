// The places that plans are made for, shaded by an indicator; a press opens the workbench there.

import { useMemo, useState } from "react";
import { areasContract } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { classesContract } from "#domain/contract/values";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { RampEnds } from "#client/legend/RampEnds.tsx";
import { RampStrip } from "#client/legend/RampStrip.tsx";
import { DrawnAreas } from "#client/map/drawing/DrawnAreas.tsx";
import { areaPaths, borderPath, frameOf, placeOf, worldOf } from "#client/map/drawing/area_paths.ts";
import { useTiles } from "#client/map/drawing/use_tiles.ts";
import { NOTHING, colourOfValue, fillOfClasses } from "#client/model/fill.ts";
import { planAddress } from "#client/model/location.ts";
import type { Row } from "#client/model/ranking.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useWidth } from "#client/ui/use_width.ts";

/** Names and links of more areas than this would hide the colours. */
const NAMED = 60;

export interface PlaceMapProps {
  /** The worst first: their names win where names collide. */
  readonly rows: readonly Row[];
  /** The column that `rows` was answered for. */
  readonly query: {
    readonly release: string;
    readonly indicator: string;
    readonly period: string;
    readonly level: string;
  };
  readonly level: CatalogLevel;
  readonly indicator: CatalogIndicator;
}

export function PlaceMap({ rows, query, level, indicator }: PlaceMapProps) {
  const words = useWords();
  const { t } = words;
  const { catalog, view } = useView();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  const { bbox } = catalog;
  const frame = useMemo(
    () => (width > 0 ? frameOf(bbox, width, Math.min(260, width), Math.max(320, width * 1.1), 12) : null),
    [bbox, width],
  );
  const { tiles, hasFailed } = useTiles(tileLevelOf(catalog, level.id), frame);
  const drawn = useMemo(
    () =>
      frame && tiles
        ? { paths: areaPaths(tiles, frame), borders: borderPath(tiles, frame), outline: "" }
        : null,
    [frame, tiles],
  );
  const { data: classes } = useAnswer(classesContract, { query });
  const isNamed = rows.length <= NAMED;
  const { data: places } = useAnswer(
    areasContract,
    isNamed ? { query: { release: query.release, level: query.level, limit: NAMED } } : null,
  );
  const fill = classes ? fillOfClasses(classes, indicator, view.theme) : NOTHING;
  const centres = new Map(places?.areas.map(({ code, centre }) => [code, centre]));
  const unit = words.unit(indicator.unit);
  return (
    <figure className="plan-place-map" ref={setElement}>
      {frame && drawn && fill.kind !== "plain" ? (
        <DrawnAreas
          {...drawn}
          frame={frame}
          areas={rows.map(({ area: { code, value }, name }) => ({
            code,
            label: t.pair(
              name,
              value === undefined ? t.overview.light.none : words.number(value, indicator.unit),
            ),
            colour: value === undefined ? null : colourOfValue(fill, value),
            to: isNamed ? planAddress({ area: code }) : null,
          }))}
          wishes={rows.flatMap(({ area: { code }, name }, order) => {
            const centre = centres.get(code);
            return centre
              ? [{ code, name, second: null, at: placeOf(frame, worldOf(...centre)), order }]
              : [];
          })}
          label={t.mapLabel(words.plural(level), words.text(catalog.title), words.text(indicator.label))}
        />
      ) : (
        hasFailed || <div className="skeleton" />
      )}
      <figcaption>
        <p className="map-title">
          {t.plan.chooseBy(words.title(indicator), query.period)} {unit && t.unitSuffix(unit)}
        </p>
        {fill.kind === "classes" && <RampStrip fill={fill} unit={indicator.unit} />}
        <RampEnds indicator={indicator} isChange={false} />
      </figcaption>
    </figure>
  );
}
