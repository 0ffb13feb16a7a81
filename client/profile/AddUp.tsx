// "Add it up": the figures of every area inside, added up again here, next to what the area itself shows.

import { useMemo, useState } from "react";
import type { ParentTable } from "#domain/contract/fields";
import type { AreaDetail } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { formatColumnId } from "#domain/column_id";
import type { Term } from "#domain/indicator";
import { valuesContract } from "#domain/contract/values";
import type { AreaValue } from "#domain/contract/values";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { useNarrow } from "#client/ui/media.ts";
import { Problem } from "#client/ui/Problem.tsx";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { addressOf } from "#client/data/api.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { parentNamesOf } from "#client/model/parent_names.ts";
import { Downloads } from "#client/ui/Downloads.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { VirtualTable, rowAttributes } from "#client/ui/VirtualTable.tsx";
import { addUp } from "./add_up.ts";
import { closeFigure } from "#client/model/figure_ref.ts";
import type { AddedUp, AreaSums } from "./add_up.ts";
import { termInWords } from "#client/figures/terms.ts";
import "./add_up.css";

/** Under the whole territory a level with more areas than this is not offered. */
const MOST_AREAS = 20_000;
/** Heights of a row in pixels: with a mouse, with a thumb. */
const ROW_PX = { wide: 26, narrow: 44 } as const;

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
  const whole = (value: number): string => words.number(value, "count", { whole: true });
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
      {!sums && !error && <p className="panel-note">{t.loading}</p>}
    </Dialog>
  );
}

interface AddUpTableProps extends Pick<AddUpProps, "area" | "indicator" | "stated"> {
  readonly level: CatalogLevel;
  readonly areas: readonly AreaValue[];
  readonly parents: ParentTable;
  /** Null until the areas are there. */
  readonly sums: AddedUp | null;
}

function AddUpTable({ area, indicator, level, areas, parents, stated, sums }: AddUpTableProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const openArea = useOpen();
  const isNarrow = useNarrow();
  const placed = useMemo(
    () => areas.map((part) => ({ ...part, parentNames: parentNamesOf(parents, part.parent) })),
    [areas, parents],
  );
  const above = useNamesAbove(placed);
  const isRatio = stated.denominator !== null;
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const value = ({ numerator, denominator }: AreaSums): string =>
    denominator === 0 ? "–" : words.number(numerator / (denominator ?? 1), indicator.unit);
  const termHead = (term: Term, long: string): string =>
    Object.keys(term).length > 1 ? long : capitalise(termInWords(term, catalog.measures, words));
  const sumRow = (label: string, shown: AreaSums) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td className="num">{whole(shown.numerator)}</td>
      {isRatio && <td className="num">{whole(shown.denominator ?? 0)}</td>}
      {isRatio && <td className="num">{value(shown)}</td>}
    </tr>
  );
  const open = (code: string): void => {
    closeFigure();
    openArea(code);
  };
  return (
    <VirtualTable
      rows={areas}
      rowHeight={isNarrow ? ROW_PX.narrow : ROW_PX.wide}
      label={t.panels.addUp}
      head={
        <>
          <th scope="col">{words.label(level.label)}</th>
          <th scope="col" className="num">
            {termHead(indicator.numerator, t.numerator)}
          </th>
          {indicator.denominator && (
            <th scope="col" className="num">
              {termHead(indicator.denominator, t.denominator)}
            </th>
          )}
          {isRatio && (
            <th scope="col" className="num">
              {words.shortTitle(indicator)}
            </th>
          )}
        </>
      }
      renderRow={(part, at, isTabStop) => (
        <tr key={part.code} {...rowAttributes(at, isTabStop)} onClick={() => open(part.code)}>
          <th scope="row">
            <span className="link">
              <AreaName name={text(part.names)} above={above.get(part.code)} />
            </span>{" "}
            <small>{part.code}</small>
          </th>
          {part.numerator === undefined ? (
            <td colSpan={isRatio ? 3 : 1} className="num dim">
              {part.missing && words.missing(part.missing)}
            </td>
          ) : (
            <>
              <td className="num">{whole(part.numerator)}</td>
              {isRatio && <td className="num">{whole(part.denominator ?? 0)}</td>}
              {isRatio && (
                <td className="num">
                  {part.value === undefined
                    ? part.missing && words.missing(part.missing)
                    : words.number(part.value, indicator.unit)}
                </td>
              )}
            </>
          )}
        </tr>
      )}
      onEnter={({ code }) => open(code)}
      foot={
        sums
          ? [
              sumRow(t.panels.addedUp(words.areas(level, sums.counted)), sums),
              sumRow(t.panels.shownFor(text(area.names)), stated),
            ]
          : undefined
      }
    />
  );
}
