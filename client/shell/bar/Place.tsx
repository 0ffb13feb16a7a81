// Where one is, which is also the search: the way from the top, and a field that finds places and indicators.

import { useDeferredValue, useState } from "react";
import type { z } from "zod";
import { areasContract } from "#domain/contract/areas";
import { facilitiesContract } from "#domain/contract/things";
import { facilityKind } from "#domain/facilities";
import { useAnswer } from "#client/data/use_answer.ts";
import { useGoUp, useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { filterIndicators } from "#client/model/indicator_filter.ts";
import { entryAddress, goTo, mapAddress } from "#client/model/location.ts";
import { roomRow } from "#client/model/rooms.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { Combobox, ComboboxOption } from "#client/ui/Combobox.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { Crumbs } from "./Crumbs.tsx";
import { SEARCH_ID } from "./search_id.ts";
import "./place.css";

/** Indicators that are listed under the places that were found. */
const FEW = 5;
const FACILITY_ZOOM = 11;

type FoundFacility = z.infer<typeof facilitiesContract.response>["facilities"][number];

export interface PlaceProps {
  readonly room: RoomId | null;
  readonly isNarrow: boolean;
}

/** The way to an area: inside of a room that is about a place, else on the map. */
function useOpenPlace(room: RoomId | null): (code: string) => void {
  const { catalog } = useView();
  const openHere = useOpen();
  return (code) =>
    room !== null && roomRow(room).isPlaced
      ? openHere(code)
      : goTo(mapAddress({ area: code === catalog.rootCode ? null : code, camera: null }));
}

/** The way to an indicator: its entry in the catalogue, elsewhere the map of it. */
function useOpenIndicator(room: RoomId | null): (id: string) => void {
  const { catalog, change } = useView();
  return (id) => {
    const lens = catalog.indicators.find((indicator) => indicator.id === id)?.lens;
    if (room === "data") goTo(entryAddress(id));
    else if (room === "map") change({ ...(lens ? { lens } : {}), indicator: id });
    else goTo(mapAddress({ ...(lens ? { lens } : {}), indicator: id }));
  };
}

/** The way to a facility: its card, with its village around it on the map. */
function useOpenFacility(room: RoomId | null): (facility: FoundFacility) => void {
  const { change } = useView();
  return ({ code, point }) => {
    const camera = point ? { lon: point[0], lat: point[1], zoom: FACILITY_ZOOM } : null;
    const patch = { facility: code, pane: "profile" as const, ...(camera ? { camera } : {}) };
    if (room === "map") change(patch);
    else goTo(mapAddress(patch));
  };
}

export function Place({ room, isNarrow }: PlaceProps) {
  const words = useWords();
  const { t } = words;
  const openPlace = useOpenPlace(room);
  const goUp = useGoUp();
  const { resolved } = useView();
  const above = (resolved.selected ?? resolved.open)?.parents.at(-1);
  return (
    <search className="place">
      {isNarrow && goUp ? (
        <button
          type="button"
          className="button is-square place-up"
          aria-label={above ? t.upTo(words.text(above.names)) : t.up}
          onClick={goUp}
        >
          <Icon name="left" />
        </button>
      ) : (
        <Icon name="place" />
      )}
      <Crumbs onOpen={openPlace} />
      <Finder room={room} onOpen={openPlace} />
      {isNarrow ? <Icon name="search" /> : <kbd aria-hidden="true">{"/"}</kbd>}
    </search>
  );
}

function Finder({ room, onOpen }: Pick<PlaceProps, "room"> & { onOpen(code: string): void }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const openIndicator = useOpenIndicator(room);
  const openFacility = useOpenFacility(room);
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
  const indicators = q
    ? filterIndicators(catalog.indicators, { words: q, lens: null, theme: null }).slice(0, FEW)
    : [];
  const hasList = isOpen && q !== "" && found.shown !== null;
  const isNothing = areas.length + things.length + indicators.length === 0;

  const leave = (): void => {
    setTyped("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const levelOf = (id: string): string =>
    words.label(catalog.levels.find((level) => level.id === id)?.label ?? {});
  const lensOf = (id: string): string =>
    words.label(catalog.lenses.find((lens) => lens.id === id)?.label ?? {});
  return (
    <div
      className="finder"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Combobox
        id={SEARCH_ID}
        label={t.search}
        placeholder={t.bar.placeHint}
        value={typed}
        onType={(value) => {
          setTyped(value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onEscape={leave}
        popupClass={hasList ? "found card" : "found"}
        isOpen={hasList}
        optionKeys={[
          ...areas.map(({ code }) => code),
          ...things.map(({ code }) => code),
          ...indicators.map(({ id }) => id),
        ]}
        options={
          <>
            {areas.length > 0 && (
              <fieldset>
                <legend>{t.bar.places}</legend>
                {areas.map((area) => (
                  <ComboboxOption
                    key={area.code}
                    onChoose={() => {
                      onOpen(area.code);
                      leave();
                    }}
                  >
                    <b>{text(area.names)}</b>
                    <span>{words.otherText(area.names)}</span>
                    <small>
                      {t.join([levelOf(area.level), ...area.parentNames.map(text).reverse(), area.code])}
                    </small>
                  </ComboboxOption>
                ))}
              </fieldset>
            )}
            {things.length > 0 && (
              <fieldset>
                <legend>{t.bar.facilities}</legend>
                {things.map((facility) => (
                  <ComboboxOption
                    key={facility.code}
                    onChoose={() => {
                      openFacility(facility);
                      leave();
                    }}
                  >
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
            )}
            {indicators.length > 0 && (
              <fieldset>
                <legend>{t.bar.indicators}</legend>
                {indicators.map((indicator) => (
                  <ComboboxOption
                    key={indicator.id}
                    onChoose={() => {
                      openIndicator(indicator.id);
                      leave();
                    }}
                  >
                    <b>{words.title(indicator)}</b>
                    <small>{lensOf(indicator.lens)}</small>
                  </ComboboxOption>
                ))}
              </fieldset>
            )}
          </>
        }
      >
        <output className={isNothing ? "nothing" : "visually-hidden"}>
          {hasList &&
            (isNothing
              ? t.bar.nothing(q)
              : t.searchCount((found.shown?.answer.total ?? 0) + (facilities.shown?.answer.total ?? 0)))}
        </output>
      </Combobox>
    </div>
  );
}
