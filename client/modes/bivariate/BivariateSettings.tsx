// Which indicator is shown together with the need.

import { SECOND_LENS_IDS } from "#domain/lens";
import { useMode, useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { useChangeBivariate } from "./use_bivariate.ts";

export function BivariateSettings() {
  const { t } = useWords();
  const { catalog } = useView();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  if (!mode) return null;
  return (
    <label className="mode-field">
      <span>{t.modes.second}</span>
      <IndicatorSelect
        indicators={catalog.indicators}
        lenses={SECOND_LENS_IDS}
        chosen={mode.second.id}
        onChoose={({ id }) => changeMode({ second: id, class: null })}
      />
    </label>
  );
}
