// Search by name or code, by hand or by keyboard.

import { useDeferredValue, useState } from "react";
import { areasContract } from "#domain/contract/areas";
import { facilitiesContract } from "#domain/contract/things";
import { facilityKind } from "#domain/facilities";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { Combobox, ComboboxOption } from "#client/ui/Combobox.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { SEARCH_ID } from "./keys.ts";
import "./search.css";

/** A facility that was searched is shown with its village around it. */
const FACILITY_ZOOM = 11;

export function Search() {
  const words = useWords();
  const { t, text } = words;
  const { catalog, change } = useView();
  const openArea = useOpen();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const q = useDeferredValue(typed.trim());
  const found = useAnswer(areasContract, q ? { query: { release: catalog.address, q, limit: 8 } } : null);
  const facilities = useAnswer(
    facilitiesContract,
    q && catalog.things ? { query: { release: catalog.address, q, limit: 4 } } : null,
  );
  const things = (q ? facilities.shown?.answer.facilities : null) ?? [];
  const areas = (q ? found.shown?.answer.areas : null) ?? [];
  const hasList = isOpen && q !== "" && found.shown !== null;

  const leave = (): void => {
    setTyped("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const pick = (code: string): void => {
    openArea(code);
    leave();
  };
  const pickFacility = (code: string, at: readonly [number, number] | null): void => {
    change({
      facility: code,
      pane: "profile",
      ...(at ? { camera: { lon: at[0], lat: at[1], zoom: FACILITY_ZOOM } } : {}),
    });
    leave();
  };
  const levelOf = (id: string): string =>
    words.label(catalog.levels.find((level) => level.id === id)?.label ?? {});

  return (
    <search
      className="search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <Combobox
        id={SEARCH_ID}
        label={t.search}
        placeholder={t.searchHint}
        value={typed}
        onType={(value) => {
          setTyped(value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onEscape={leave}
        popupClass={hasList ? "found card" : "found"}
        isOpen={hasList}
        optionKeys={[...areas, ...things].map(({ code }) => code)}
        options={[
          ...areas.map((area) => (
            <ComboboxOption key={area.code} onChoose={() => pick(area.code)}>
              <b>{text(area.names)}</b>
              <span>{words.otherText(area.names)}</span>
              <small>
                {t.join([levelOf(area.level), ...area.parentNames.map(text).reverse(), area.code])}
              </small>
            </ComboboxOption>
          )),
          ...things.map(({ code, kind, names, point, village, parentNames }) => (
            <ComboboxOption key={code} onChoose={() => pickFacility(code, point)}>
              <b>{text(names)}</b>
              <span>{words.otherText(names)}</span>
              <small>
                {t.join([
                  words.label(facilityKind(kind)?.label ?? {}),
                  ...(village ? [text(village.names)] : []),
                  ...parentNames.map(text).reverse(),
                ])}
              </small>
            </ComboboxOption>
          )),
        ]}
      >
        <output className={areas.length + things.length > 0 ? "visually-hidden" : "nothing"}>
          {hasList &&
            (areas.length + things.length > 0
              ? t.searchCount((found.shown?.answer.total ?? 0) + (facilities.shown?.answer.total ?? 0))
              : t.searchNone(q))}
        </output>
      </Combobox>
      <kbd aria-hidden="true">{"/"}</kbd>
    </search>
  );
}
