// The bar at the top: product, place, period, and what belongs to the reader. Nothing else enters it.

import type { ReactNode } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { MeMenu } from "./MeMenu.tsx";
import { PeriodStepper } from "./PeriodStepper.tsx";
import { Place } from "./Place.tsx";
import "./bar.css";

export interface BarProps {
  readonly room: RoomId | null;
  /** The period that the room shows. */
  readonly period: string;
  readonly isNarrow: boolean;
  /** What the reader has gathered, beside the menu. */
  readonly chip?: ReactNode;
  onHelp(): void;
  onWall(): void;
}

export function Bar({ room, period, isNarrow, chip, onHelp, onWall }: BarProps) {
  const { t } = useWords();
  const { catalog } = useView();
  return (
    <header className="bar" data-covers-map>
      {!isNarrow && <span className="brand">{t.product}</span>}
      <Place room={room} isNarrow={isNarrow} />
      <PeriodStepper period={period} isNarrow={isNarrow} />
      {catalog.isFictional && (
        <span className="demo-tag" title={t.fictional}>
          {isNarrow ? t.bar.demoShort : t.bar.demo}
        </span>
      )}
      <div className="bar-end">
        {chip}
        {!isNarrow && <MeMenu onHelp={onHelp} onWall={onWall} />}
      </div>
    </header>
  );
}
