// A further place for the comparison: from the basket, like one that is there, or found by name.

import { useDeferredValue, useState } from "react";
import { areasContract } from "#domain/contract/areas";
import { packCodes } from "#domain/area_set_codec";
import { setContract } from "#domain/contract/sets";
import type { Columns } from "#domain/contract/columns";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { mostAlike } from "#client/model/place_rows.ts";
import { parentNamesOf } from "#client/model/parent_names.ts";
import { Combobox, ComboboxOption } from "#client/ui/Combobox.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import type { Place } from "./use_places.ts";

/** Areas of the basket that are offered. */
const OFFERED = 6;

export interface AddPlaceProps {
  readonly places: readonly Place[];
  readonly columns: Columns | null;
}

/** The areas that are offered: those that are found, or while nothing is typed those of the basket. */
function useOffered(q: string, codes: readonly string[]) {
  const { catalog, view, resolved } = useView();
  const found = useAnswer(areasContract, q ? { query: { release: catalog.address, q, limit: 8 } } : null);
  const shown = resolved.indicator ?? catalog.indicators[0];
  const basket = useAnswer(
    setContract,
    view.set && shown
      ? {
          query: {
            release: catalog.address,
            codes: packCodes(view.set),
            period: resolved.period,
            indicator: shown.id,
          },
        }
      : null,
  );
  const held = (basket.data?.areas ?? [])
    .filter(({ code }) => !codes.includes(code))
    .slice(0, OFFERED)
    .map((area) => ({ ...area, parentNames: parentNamesOf(basket.data!.parents, area.parent) }));
  return q ? (found.shown?.answer.areas ?? []).filter(({ code }) => !codes.includes(code)) : held;
}

export function AddPlace({ places, columns }: AddPlaceProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, view, change } = useView();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const codes = view.places ?? [];
  const listed = useOffered(q, codes);
  const [first] = places;
  const alike = first && columns ? mostAlike(columns, first.code, codes) : null;
  const add = (code: string): void => {
    setTyped("");
    change({ places: [...codes, code] });
  };
  const levelOf = (id: string): string =>
    words.label(catalog.levels.find((level) => level.id === id)?.label ?? {});
  const label = `+ ${t.places.addHead[codes.length] ?? ""}`;
  return (
    <Popover
      className="places-add"
      buttonClass="button places-plus"
      title={label}
      label={label}
      startsOpen={codes.length === 1}
    >
      <Combobox
        label={t.places.search}
        placeholder={t.places.search}
        fieldClass="text-field"
        value={typed}
        onType={setTyped}
        isFirst
        isOpen={listed.length > 0 || alike !== null}
        optionKeys={[...(alike && !q ? ["alike"] : []), ...listed.map(({ code }) => code)]}
        options={
          <>
            {alike && !q && (
              <ComboboxOption closes onChoose={() => add(alike)}>
                <b>{t.places.like(text(first!.profile.area.names))}</b>
                <small>{t.places.likeWhat}</small>
              </ComboboxOption>
            )}
            {listed.map((area) => (
              <ComboboxOption key={area.code} closes onChoose={() => add(area.code)}>
                <b>{text(area.names)}</b>
                <small>{t.join([levelOf(area.level), ...area.parentNames.map(text).reverse()])}</small>
              </ComboboxOption>
            ))}
          </>
        }
      />
    </Popover>
  );
}
