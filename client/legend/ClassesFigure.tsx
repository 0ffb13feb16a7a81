// Where the bounds and counts of a legend come from: how the breaks were made, and which areas each class holds.

import { useState } from "react";
import type { ReactNode } from "react";
import { isFilled } from "#domain/column_kind";
import { binOf } from "#domain/histogram";
import { MAX_SET_CODES, packCodes } from "#domain/area_set_codec";
import { formatColumnId, parseColumnPeriod } from "#domain/column_id";
import { workbookAddress } from "#client/data/workbook.ts";
import { putIn } from "#client/model/basket.ts";
import { Downloads } from "#client/ui/Downloads.tsx";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { classesContract, valuesContract } from "#domain/contract/values";
import type { AreaValue, ClassesResponse } from "#domain/contract/values";
import { CHANGE_COLOURS } from "#domain/lens_colours";
import { MISSING_REASONS } from "#domain/missing";
import { DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { binText } from "./bins.ts";
import { legendClasses } from "./classes.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { UNRELIABLE, fillOfClasses, swatchOf } from "#client/model/fill.ts";
import type { ClassPick, Fill } from "#client/model/fill.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { closeFigure } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Line, Origin } from "#client/figures/definition_rows.tsx";

/** Areas listed of one class; the others are in the count. */
const LISTED = 200;

export function ClassesFigure({ query, pick, bin }: Extract<FigureRef, { kind: "classes" }>) {
  const words = useWords();
  const { t } = words;
  const { catalog, view } = useView();
  const { data: answer, error, retry } = useAnswer(classesContract, { query });
  const indicator = catalog.indicators.find(({ id }) => id === query["indicator"]);
  if (error) return <Problem error={error} retry={retry} />;
  if (!answer || !indicator) return <div className="skeleton" style={{ height: 240 }} />;
  const { from } = parseColumnPeriod(answer.period) ?? { from: null };
  const fill = fillOfClasses(answer, indicator, view.theme);
  return (
    <>
      <DialogHead>
        <h3>{from === null ? words.title(indicator) : t.changeMap.title(words.name(indicator))}</h3>
        <Scope answer={answer} />
      </DialogHead>
      {bin !== undefined && (
        <>
          <p className="worth">
            <b>{words.number(answer.histogram[bin] ?? 0, "count", { whole: true })}</b>{" "}
            {binText(answer.classes, answer.histogram.length, bin, words, indicator.unit)}
          </p>
          <Members answer={answer} indicator={indicator} isIn={(area) => isInBin(answer, area, bin)} />
        </>
      )}
      <Classes answer={answer} indicator={indicator} fill={fill} pick={pick} />
      <dl>
        <Breaks answer={answer} indicator={indicator} />
        <Origin indicator={indicator} />
      </dl>
    </>
  );
}

function Scope({ answer: { scope, period, level: id } }: { readonly answer: ClassesResponse }) {
  const words = useWords();
  const { catalog } = useView();
  const level = catalog.levels.find((known) => known.id === id)!;
  const { from, to } = parseColumnPeriod(period) ?? { from: null, to: period };
  return (
    <p>
      {words.t.join([
        words.areas(level, scope.areaCount),
        from === null ? period : words.t.panels.between(from, to),
      ])}
    </p>
  );
}

interface AnswerProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
}

/** By which rule, from which values, and how well the breaks separate them. */
function Breaks({ answer: { classes, scope, fit }, indicator }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  if (classes.min === null || classes.max === null || !isFilled(indicator)) return null;
  const { periods, levels } = scope;
  const span = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : periods[0]!;
  const names = levels.map((id) => words.label(catalog.levels.find((level) => level.id === id)?.label ?? {}));
  return (
    <>
      <Line name={t.classMethod}>
        {t.methodName(classes.method)}
        {t.panels.stop} <span>{t.figure.methodHow[classes.method]}</span>
      </Line>
      <Line name={t.classScope}>
        {t.join([...names, span])} <span>{t.scopes[scope.kind]}</span>
      </Line>
      <Line name={t.figure.range}>
        {t.classRangeOf(words.number(classes.min, indicator.unit), words.number(classes.max, indicator.unit))}
      </Line>
      {fit !== null && (
        <Line name={t.figure.fit}>{t.varianceFit(words.number(fit, "share", { digits: 0 }))}</Line>
      )}
    </>
  );
}

interface Group {
  readonly pick: ClassPick;
  readonly swatch: ReactNode;
  readonly label: string;
  readonly count: number;
}

interface ClassesProps extends AnswerProps {
  readonly fill: Fill;
  readonly pick: ClassPick | null;
}

/** Every class with its count; a press lists its areas. */
function Classes({ answer, indicator, fill, pick }: ClassesProps) {
  const words = useWords();
  const { t } = words;
  const { view } = useView();
  const [open, setOpen] = useState(pick);
  const isChange = parseColumnPeriod(answer.period)?.from != null;
  const groups: Group[] = [
    ...(fill.kind === "classes" ? legendClasses(answer, indicator, fill, words) : []).map((legendClass) => ({
      ...legendClass,
      swatch: <Swatch colour={legendClass.colour} />,
    })),
    ...(answer.unreliableCount > 0
      ? [
          {
            pick: "unreliable" as const,
            swatch: isChange ? <Swatch colour={CHANGE_COLOURS[view.theme].unsure} /> : <Swatch isHatched />,
            label: isChange ? t.changeMap.uncertain : t.unreliable,
            count: answer.unreliableCount,
          },
        ]
      : []),
    ...MISSING_REASONS.filter((reason) => answer.missing[reason] > 0).map((reason) => ({
      pick: reason,
      swatch: <Swatch reason={reason} />,
      label: words.missing(reason),
      count: answer.missing[reason],
    })),
  ];
  return (
    <ul className="class-list">
      {groups.map(({ pick: own, swatch, label, count }) => (
        <li key={own}>
          <button
            type="button"
            aria-expanded={open === own}
            onClick={() => setOpen(open === own ? null : own)}
          >
            {swatch} <span>{label}</span> <b>{words.number(count, "count", { whole: true })}</b>
          </button>
          {open === own && (
            <Members answer={answer} indicator={indicator} isIn={(area) => isIn(fill, area, own)} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** True for an area in the picked class; unreliable areas have a class of their own besides. */
function isIn(fill: Fill, { value, missing, reliability }: AreaValue, pick: ClassPick): boolean {
  if (pick === "unreliable") return reliability === "unreliable";
  if (missing) return missing === pick;
  if (value === undefined) return false;
  return swatchOf(fill, [value, reliability === "unreliable" ? UNRELIABLE : 0])?.at === pick;
}

/** True for an area in a column of the histogram. */
function isInBin(
  { classes: { min, max }, histogram }: ClassesResponse,
  { value }: AreaValue,
  bin: number,
): boolean {
  if (value === undefined || min === null || max === null || value < min || value > max) return false;
  return binOf(value, min, max, histogram.length) === bin;
}

interface MembersProps extends AnswerProps {
  isIn(area: AreaValue): boolean;
}

/** What can be done with the areas of a class: put into the basket, saved as a file. */
function MemberVerbs({ codes, columns }: { readonly codes: readonly string[]; readonly columns: string }) {
  const { t, language } = useWords();
  const { catalog, view, change } = useView();
  if (codes.length === 0) return null;
  const isSmall = codes.length <= MAX_SET_CODES;
  return (
    <p className="class-verbs">
      <button type="button" className="link" onClick={() => change(putIn(view, codes))}>
        {t.basket.putAll(Math.min(codes.length, MAX_SET_CODES))}
      </button>
      {isSmall && (
        <Downloads
          csv={null}
          xlsx={workbookAddress({ release: catalog.address, codes: packCodes(codes), columns, language })}
        />
      )}
    </p>
  );
}

/** The areas of one class, the largest figure first. */
function Members({ answer, indicator, isIn: isWanted }: MembersProps) {
  const words = useWords();
  const above = useShownNamesAbove();
  const { t, text } = words;
  const { catalog, resolved } = useView();
  const openArea = useOpen();
  const level = catalog.levels.find(({ id }) => id === answer.level)!;
  const inside = level.areaCount > WHOLE_LEVEL ? resolved.open : null;
  const { indicator: id, period } = answer;
  const query = { release: catalog.address, indicator: id, period, level: level.id, parent: inside?.code };
  const { data, error, retry } = useAnswer(valuesContract, { query });
  if (error) return <Problem error={error} retry={retry} />;
  if (!data) return <p>{t.loading}</p>;
  const members = data.areas.filter(isWanted).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const { from, to } = parseColumnPeriod(period)!;
  const write = (value: number): string =>
    from === null ? words.number(value, indicator.unit) : words.difference(value, indicator.unit);
  return (
    <>
      {inside && <p>{t.figure.listedInside(text(inside.names))}</p>}
      <MemberVerbs
        codes={members.map(({ code }) => code)}
        columns={formatColumnId({ indicator: id, period })}
      />
      <ul className="class-members">
        {members.slice(0, LISTED).map(({ code, names, value }) => (
          <li key={code}>
            <button
              type="button"
              className="link"
              onClick={() => {
                closeFigure();
                openArea(code);
              }}
            >
              <AreaName name={text(names)} above={above.get(code)} />
            </button>
            {value !== undefined && (
              <Figure of={{ kind: "area", code, shown: [{ indicator: id, period: to, since: from }] }}>
                {write(value)}
              </Figure>
            )}
          </li>
        ))}
      </ul>
      {members.length > LISTED && <p>{t.set.more(members.length - LISTED)}</p>}
    </>
  );
}
