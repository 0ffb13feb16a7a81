// The search field of the bar, with what it finds listed under it.

import { useState } from "react";
import { useWords } from "#client/i18n/words.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { Combobox } from "#client/ui/Combobox.tsx";
import { FoundAreas, FoundFacilities, FoundIndicators } from "./found_groups.tsx";
import { SEARCH_ID } from "./search_id.ts";
import { useFinds } from "./use_finds.ts";
import { useOpenFacility, useOpenIndicator } from "./use_open_found.ts";

export interface FinderProps {
  readonly room: RoomId | null;
  /** Opens an area. */
  onOpen(code: string): void;
}

export function Finder({ room, onOpen }: FinderProps) {
  const { t } = useWords();
  const openIndicator = useOpenIndicator(room);
  const openFacility = useOpenFacility(room);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { q, areas, facilities, indicators, total, isThere } = useFinds(typed);
  const hasList = isOpen && q !== "" && isThere;
  const isNothing = areas.length + facilities.length + indicators.length === 0;

  const leave = (): void => {
    setTyped("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  /** Opens what was chosen, and empties the field. */
  const opening =
    <T,>(open: (found: T) => void) =>
    (found: T): void => {
      open(found);
      leave();
    };
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
          ...facilities.map(({ code }) => code),
          ...indicators.map(({ id }) => id),
        ]}
        options={
          <>
            <FoundAreas areas={areas} onChoose={opening(({ code }) => onOpen(code))} />
            <FoundFacilities facilities={facilities} onChoose={opening(openFacility)} />
            <FoundIndicators indicators={indicators} onChoose={opening(({ id }) => openIndicator(id))} />
          </>
        }
      >
        <output className={isNothing ? "nothing" : "visually-hidden"}>
          {hasList && (isNothing ? t.bar.nothing(q) : t.searchCount(total))}
        </output>
      </Combobox>
    </div>
  );
}
