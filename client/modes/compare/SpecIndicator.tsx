// The choice of the indicator of one of several maps, or of all.

import { isFilled } from "#domain/column_kind";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { LENS_IDS } from "#domain/lens";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";

export interface SpecIndicatorProps {
  readonly spec: MapSpec;
  /** The indicator of `spec`; null where the release does not have it. */
  readonly indicator: CatalogIndicator | null;
  onChoose(indicator: CatalogIndicator): void;
}

export function SpecIndicator({ spec, indicator, onChoose }: SpecIndicatorProps) {
  const { t } = useWords();
  const { catalog } = useView();
  return (
    <IndicatorSelect
      label={t.indicator}
      indicators={catalog.indicators.filter(isFilled)}
      lenses={LENS_IDS}
      chosen={indicator?.id ?? spec.indicator}
      onChoose={onChoose}
    />
  );
}
