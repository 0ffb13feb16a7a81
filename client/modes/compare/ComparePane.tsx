// One of several maps: its own indicator and period, its own legend line, the hover and the camera of all.

import { useState } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import type { AreaValue } from "#domain/contract/values";
import { useHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { PrintedMap } from "#client/map/PrintedMap.tsx";
import { colourOfValue } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useMapView } from "#client/map/use_map_view.ts";
import { RampEnds } from "#client/legend/RampEnds.tsx";
import { RampStrip } from "#client/legend/RampStrip.tsx";
import { Swatch } from "#client/ui/swatch.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
import { shownInside } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { useDrawnMap } from "./use_drawn_map.ts";
import { SpecIndicator } from "./SpecIndicator.tsx";
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
  const { t } = useWords();
  const here = useView();
  const { catalog, resolved } = here;
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const { mapView } = useMapView(container, catalog.bbox);
  const { indicator, isThere, column, question, fill } = useSpec(spec);
  const values = useAnswer(
    valuesContract,
    isThere ? { query: { ...column, parent: shownInside(here) } } : null,
  );
  const name = t.compare.pane(number);
  const lens = indicator?.lens ?? resolved.lens;
  const isPainted = useDrawnMap(mapView, { name, lens, fill, onStage });
  return (
    <section className="compare-pane" aria-label={name} data-painted={isPainted}>
      <div ref={setContainer} className="compare-map" />
      <PrintedMap mapView={mapView} />
      <div className={isShared ? "compare-legend is-shared" : "compare-legend card"}>
        <SpecChoice spec={spec} indicator={indicator} onSpec={onSpec} />
        {isShared && isThere ? null : indicator && question && fill?.kind === "classes" ? (
          <RampStrip
            fill={fill}
            unit={indicator.unit}
            figureRef={{ kind: "classes", query: question, pick: null }}
          />
        ) : (
          <p className="nothing">{isThere ? t.loading : t.noDataIn(spec.period)}</p>
        )}
        <HoveredValue
          areas={values.data?.areas}
          indicator={indicator}
          fill={fill}
          isAlone={isShared || !isThere}
        />
      </div>
    </section>
  );
}

interface SpecChoiceProps extends Pick<ComparePaneProps, "spec" | "onSpec"> {
  readonly indicator: CatalogIndicator | null;
}

/** What the map shows: an indicator and one of its periods. */
function SpecChoice({ spec, indicator, onSpec }: SpecChoiceProps) {
  const { t } = useWords();
  return (
    <div className="compare-choice">
      <SpecIndicator
        spec={spec}
        indicator={indicator}
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
  );
}

interface HoveredValueProps {
  /** Undefined until they are there. */
  readonly areas: readonly AreaValue[] | undefined;
  readonly indicator: CatalogIndicator | null;
  readonly fill: Fill | null;
  /** Without the words at the ends of a ramp. */
  readonly isAlone: boolean;
}

/** The area under the pointer on any of the maps, with its value on this one; without one what both ends of the ramp mean. */
function HoveredValue({ areas, indicator, fill, isAlone }: HoveredValueProps) {
  const words = useWords();
  const hover = useHover();
  if (!hover && !isAlone && indicator) return <RampEnds indicator={indicator} />;
  const hovered = hover && areas?.find(({ code }) => code === hover.code);
  return (
    <p className="compare-hover" aria-hidden="true">
      {hover && (
        <>
          {hovered?.value !== undefined && fill && <Swatch colour={colourOfValue(fill, hovered.value)} />}
          <span>{hovered ? words.text(hovered.names) : hover.name}</span>
          <strong>
            {hovered?.value !== undefined && indicator
              ? words.number(hovered.value, indicator.unit)
              : hovered?.missing && words.missing(hovered.missing)}
          </strong>
        </>
      )}
    </p>
  );
}
