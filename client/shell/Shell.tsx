// The frame of every room: rail, bar, keys, the card that says where a number comes from.

import { useCallback, useState } from "react";
import type { ReactNode } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { useViewValue } from "#client/data/use_view_value.ts";
import { ViewContext, useView } from "#client/data/view_context.ts";
import type { ViewValue } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ChangeView } from "#client/model/location.ts";
import type { RoomId } from "#client/model/rooms.ts";
import type { BaseView } from "#client/model/view.ts";
import { useNarrow } from "#client/ui/media.ts";
import { BasketChip } from "#client/basket/BasketChip.tsx";
import { Bar } from "./bar/Bar.tsx";
import { MeMenu } from "./bar/MeMenu.tsx";
import { FigureCard } from "./FigureCard.tsx";
import { Help } from "./Help.tsx";
import { useKeys } from "./keys.ts";
import { PreparingNote } from "./paper/PreparingNote.tsx";
import { PlaceTools } from "./PlaceTools.tsx";
import { Rail } from "./Rail.tsx";
import { Tour, startTour } from "./tour/Tour.tsx";
import { Wall } from "./wall/Wall.tsx";
import { WallSettings } from "./wall/WallSettings.tsx";
import "#client/styles/layout.css";

export interface ShellProps {
  readonly catalog: Catalog;
  readonly view: BaseView;
  readonly change: ChangeView;
  readonly room: RoomId;
  /** The period that the room shows; without it that of the view. */
  readonly periodOf?: ((here: ViewValue) => string) | undefined;
  readonly children: ReactNode;
}

export function Shell({ catalog, view, change, ...frame }: ShellProps) {
  const value = useViewValue(catalog, view, change);
  return (
    <ViewContext value={value}>
      <Frame {...frame} period={frame.periodOf?.(value) ?? value.resolved.period} />
    </ViewContext>
  );
}

type FrameProps = Pick<ShellProps, "room" | "children"> & { readonly period: string };

function Frame({ room, period, children }: FrameProps) {
  const { t } = useWords();
  const isNarrow = useNarrow();
  const { view } = useView();
  const isWall = view.display === "wall";
  const [isWallAsked, setWallAsked] = useState(false);
  const openWall = useCallback(() => setWallAsked(true), []);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useKeys(room, openHelp);
  return (
    <>
      {!isNarrow && (
        <a className="skip-link" href={room === "map" ? "#areas" : "#room"}>
          {room === "map" ? t.skipToTable : t.rooms.skip}
        </a>
      )}
      {isWall ? <Wall period={period} /> : <Tour room={room} />}
      <Rail room={room} isNarrow={isNarrow}>
        {isNarrow && <MeMenu isTab onHelp={openHelp} onWall={openWall} />}
      </Rail>
      <Bar
        room={room}
        period={period}
        isNarrow={isNarrow}
        chip={<BasketChip />}
        onHelp={openHelp}
        onWall={openWall}
      />
      {children}
      <PlaceTools />
      <FigureCard />
      <PreparingNote />
      {isWallAsked && <WallSettings onClose={() => setWallAsked(false)} />}
      {isHelpOpen && <Help onTour={() => startTour(room)} onClose={() => setHelpOpen(false)} />}
    </>
  );
}
