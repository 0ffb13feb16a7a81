// The place that is open, which is also the search: the way from the top, and a field that finds places and indicators.

import { useGoUp } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Crumbs } from "./Crumbs.tsx";
import { Finder } from "./Finder.tsx";
import { useOpenPlace } from "./use_open_found.ts";
import "./place.css";

export interface PlaceProps {
  readonly room: RoomId | null;
  readonly isNarrow: boolean;
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
