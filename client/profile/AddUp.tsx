// "Add it up": the figures of every area inside, added up again here, next to what the area itself shows.

import { useState } from "react";
import type { ParentTable } from "#domain/contract/fields";
import type { AreaDetail } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { formatColumnId } from "#domain/column_id";
import { valuesContract } from "#domain/contract/values";
import type { AreaValue } from "#domain/contract/values";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { addressOf } from "#client/data/api.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { Downloads } from "#client/ui/Downloads.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { AddUpTable } from "./AddUpTable.tsx";
import { addUp } from "./add_up.ts";
import type { AddedUp, AreaSums } from "./add_up.ts";
import "./add_up.css";

/** Under the whole territory a level with more areas than this is not offered. */
const MOST_AREAS = 20_000;

const NO_AREAS: readonly AreaValue[] = [];
const NO_PARENTS: ParentTable = [];

export interface AddUpProps {
  readonly area: AreaDetail;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly stated: AreaSums;
  onClose(): void;
}

/** The levels whose areas can be added up into `area`, the lowest first. */
function levelsBelow(levels: readonly CatalogLevel[], area: AreaDetail): CatalogLevel[] {
  const at = levels.findIndex(({ id }) => id === area.level);
  const isTop = area.parentCode === null;
  const below = levels
    .slice(at + 1)
    .filter(({ areaCount }, i) => i === 0 || !isTop || areaCount <= MOST_AREAS);
  return below.reverse();
}

export function AddUp({ area, indicator, period, stated, onClose }: AddUpProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const levels = levelsBelow(catalog.levels, area);
  const [level, setLevel] = useState(levels[0]!);
  const query = {
    release: catalog.address,
    indicator: indicator.id,
    period,
    level: level.id,
    parent: area.parentCode === null && area.code === catalog.rootCode ? null : area.code,
  };
  const { data, error, retry } = useAnswer(valuesContract, { query });
  const { release, parent } = query;
  const columns = formatColumnId({ indicator: indicator.id, period });
  const book = { release, level: level.id, parent, columns, language: words.language };
  const sums = data ? addUp(data.areas, stated) : null;
  const isRatio = stated.denominator !== null;
  return (
    <Dialog className="add-up" label={t.panels.addUp} onClose={onClose}>
      <DialogHead>
        <h2>{t.panels.addUpTitle(words.title(indicator), text(area.names), period)}</h2>
        <p>{t.panels.addUpHow}</p>
      </DialogHead>
      <p className="add-up-files">
        <Downloads
          csv={addressOf({ contract: valuesContract, query: { ...query, format: "csv" } })}
          xlsx={workbookAddress(book)}
        />
      </p>
      {levels.length > 1 && (
        <nav className="segments" aria-label={t.level}>
          {levels.map((offered) => (
            <button
              key={offered.id}
              type="button"
              aria-pressed={offered.id === level.id}
              onClick={() => setLevel(offered)}
            >
              {words.label(offered.label)}
            </button>
          ))}
        </nav>
      )}
      {error && <Problem error={error} retry={retry} />}
      {!error && (
        <AddUpTable
          key={level.id}
          area={area}
          indicator={indicator}
          level={level}
          areas={data?.areas ?? NO_AREAS}
          parents={data?.parents ?? NO_PARENTS}
          stated={stated}
          sums={sums}
        />
      )}
      <AddUpResult {...{ level, sums, isRatio }} />
      {!sums && !error && <p className="panel-note">{t.loading}</p>}
    </Dialog>
  );
}

interface AddUpResultProps {
  readonly level: CatalogLevel;
  /** Null until the areas are there. */
  readonly sums: AddedUp | null;
  readonly isRatio: boolean;
}

/** Whether the areas add up to what the area shows, and by how much they do not. */
function AddUpResult({ level, sums, isRatio }: AddUpResultProps) {
  const words = useWords();
  const { t } = words;
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  return (
    <output
      className={sums && !sums.isExact ? "panel-note check is-broken" : "panel-note check"}
      hidden={!sums}
    >
      {sums &&
        (sums.isExact
          ? t.panels.addsUpExactly
          : t.panels.addsUpNot({
              numerator: whole(sums.numeratorOff),
              denominator: isRatio ? whole(sums.denominatorOff) : null,
            }))}
      {sums && sums.missing > 0 && ` ${t.panels.withoutFigures(words.areas(level, sums.missing))}`}
    </output>
  );
}
