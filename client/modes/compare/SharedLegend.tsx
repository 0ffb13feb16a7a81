// The legend of several maps of one indicator: it stands once, over all of them.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { RampEnds } from "#client/legend/RampEnds.tsx";
import { RampStrip } from "#client/legend/RampStrip.tsx";
import type { MapSpec } from "#client/model/map_spec.ts";
import { SpecIndicator } from "./SpecIndicator.tsx";
import { useSpec } from "./use_spec.ts";

export interface SharedLegendProps {
  /** One of the maps, with figures where any has some. */
  readonly spec: MapSpec;
  onChoose(indicator: CatalogIndicator): void;
}

export function SharedLegend({ spec, onChoose }: SharedLegendProps) {
  const { indicator, question, fill } = useSpec(spec);
  return (
    <div className="compare-shared card">
      <SpecIndicator spec={spec} indicator={indicator} onChoose={onChoose} />
      {indicator && question && fill?.kind === "classes" && (
        <div className="compare-ramp">
          <RampStrip
            fill={fill}
            unit={indicator.unit}
            figureRef={{ kind: "classes", query: question, pick: null }}
          />
          <RampEnds indicator={indicator} />
        </div>
      )}
    </div>
  );
}
