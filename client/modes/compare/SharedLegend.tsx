// The legend of several maps of one indicator: it stands once, over all of them.

import { isFilled } from "#domain/column_kind";
import { LENS_IDS } from "#domain/lens";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { RampEnds } from "#client/legend/RampEnds.tsx";
import { RampStrip } from "#client/legend/RampStrip.tsx";
import type { MapSpec } from "#client/model/map_spec.ts";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { useSpec } from "./use_spec.ts";

export interface SharedLegendProps {
  /** One of the maps, with figures where any has some. */
  readonly spec: MapSpec;
  onChoose(indicator: CatalogIndicator): void;
}

export function SharedLegend({ spec, onChoose }: SharedLegendProps) {
  const { t } = useWords();
  const { catalog } = useView();
  const { indicator, question, fill } = useSpec(spec);
  return (
    <div className="compare-shared card">
      <IndicatorSelect
        label={t.indicator}
        indicators={catalog.indicators.filter(isFilled)}
        lenses={LENS_IDS}
        chosen={indicator?.id ?? spec.indicator}
        onChoose={onChoose}
      />
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
