// The groups of options under the search field: places, facilities, indicators; each is left out where it is empty.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { facilityKind } from "#domain/facilities";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { ComboboxOption } from "#client/ui/Combobox.tsx";
import type { FoundArea } from "./use_finds.ts";
import type { FoundFacility } from "./use_open_found.ts";

export interface FoundAreasProps {
  readonly areas: readonly FoundArea[];
  onChoose(area: FoundArea): void;
}

export function FoundAreas({ areas, onChoose }: FoundAreasProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const levelName = (id: string): string =>
    words.label(catalog.levels.find((level) => level.id === id)?.label ?? {});
  if (areas.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.bar.places}</legend>
      {areas.map((area) => (
        <ComboboxOption key={area.code} onChoose={() => onChoose(area)}>
          <b>{text(area.names)}</b>
          <span>{words.otherText(area.names)}</span>
          <small>{t.join([levelName(area.level), ...area.parentNames.map(text).reverse(), area.code])}</small>
        </ComboboxOption>
      ))}
    </fieldset>
  );
}

export interface FoundFacilitiesProps {
  readonly facilities: readonly FoundFacility[];
  onChoose(facility: FoundFacility): void;
}

export function FoundFacilities({ facilities, onChoose }: FoundFacilitiesProps) {
  const words = useWords();
  const { t, text } = words;
  if (facilities.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.bar.facilities}</legend>
      {facilities.map((facility) => (
        <ComboboxOption key={facility.code} onChoose={() => onChoose(facility)}>
          <b>{text(facility.names)}</b>
          <span>{words.otherText(facility.names)}</span>
          <small>
            {t.join([
              words.label(facilityKind(facility.kind)?.label ?? {}),
              ...(facility.village ? [text(facility.village.names)] : []),
              ...facility.parentNames.map(text).reverse(),
            ])}
          </small>
        </ComboboxOption>
      ))}
    </fieldset>
  );
}

export interface FoundIndicatorsProps {
  readonly indicators: readonly CatalogIndicator[];
  onChoose(indicator: CatalogIndicator): void;
}

export function FoundIndicators({ indicators, onChoose }: FoundIndicatorsProps) {
  const words = useWords();
  const { catalog } = useView();
  const lensName = (id: string): string =>
    words.label(catalog.lenses.find((lens) => lens.id === id)?.label ?? {});
  if (indicators.length === 0) return null;
  return (
    <fieldset>
      <legend>{words.t.bar.indicators}</legend>
      {indicators.map((indicator) => (
        <ComboboxOption key={indicator.id} onChoose={() => onChoose(indicator)}>
          <b>{words.title(indicator)}</b>
          <small>{lensName(indicator.lens)}</small>
        </ComboboxOption>
      ))}
    </fieldset>
  );
}
