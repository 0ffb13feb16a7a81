// View → data: asks for what the screen needs, and gives everything below it one object to read.

import { createContext, useContext, useMemo } from "react";
import { areaContract, areasContract, profileContract } from "#domain/contract/areas";
import type { AreaDetail, AreaSummary, Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { pairAreasContract, pairsContract } from "#domain/contract/bivariate";
import type { PairAreas, PairArea, PairsResponse } from "#domain/contract/bivariate";
import { classesContract, valuesContract } from "#domain/contract/values";
import type { ClassesResponse, Values } from "#domain/contract/values";
import { parseColumnPeriod } from "#domain/column_id";
import { pairClassAt, writePairBounds } from "#domain/bivariate";
import type { ApiError } from "./api.ts";
import { addressOf } from "./api.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ChangeView } from "#client/model/location.ts";
import { NOTHING, changeFill, fillOf } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import { bivariateFill } from "#client/model/bivariate_fill.ts";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { areaAbove, classRule, resolveView } from "#client/model/resolved_view.ts";
import type { ResolvedView } from "#client/model/resolved_view.ts";
import { rankRows } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import type { View } from "#client/model/view.ts";

/** A level with more areas than this is asked for by parent only, and drawn without names of single areas. */
export const WHOLE_LEVEL = 6000;

export interface Screen {
  readonly view: View;
  readonly change: ChangeView;
  readonly catalog: Catalog;
  readonly resolved: ResolvedView;
  readonly classes: AnswerState<ClassesResponse>;
  /** The last good answer in the colours of the lens: what map, legend, hover and table show. */
  readonly fill: Fill;
  /** Level of the answer to the present question; null until it is there. */
  readonly paintedLevel: string | null;
  /** Two indicators at once: their classes, the areas of the picked class (of all) inside the open area, and any area inside by code. */
  readonly pair: AnswerState<PairsResponse>;
  readonly pairAreas: AnswerState<PairAreas>;
  readonly pairAreaOf: ReadonlyMap<string, PairArea>;
  /** Values of the shown level inside the open area: the table. */
  readonly inside: AnswerState<Values>;
  /** Ranked rows of `inside`, last good answer. */
  readonly rows: readonly Row[];
  /** What is known of any area of the shown level, by code. */
  readonly rowOf: ReadonlyMap<string, Row>;
  readonly profile: AnswerState<Profile>;
  /** Neighbours of the open area, and its inside at the shown level: names and centres. */
  readonly siblings: readonly AreaSummary[];
  readonly insiders: readonly AreaSummary[];
  /** First thing that went wrong, with its retry. */
  readonly failure: { readonly error: ApiError; retry(): void } | null;
  readonly isLoading: boolean;
  /** Whether the record of the area in the address is there, so that the camera may go to it. */
  readonly isPlaced: boolean;
  /** Address of the table as CSV. */
  readonly csvAddress: string | null;
  openArea(code: string): void;
  /** One level up; null when there is nothing above. */
  readonly goUp: (() => void) | null;
}

export const ScreenContext = createContext<Screen | null>(null);

/** Gives the screen; throws outside of its provider. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("no screen: the component stands outside of its provider");
  return screen;
}

function useArea(catalog: Catalog, code: string | null): AnswerState<AreaDetail> {
  return useAnswer(
    areaContract,
    code === null ? null : { params: { code }, query: { release: catalog.release } },
  );
}

/** Always the same list, so that what is drawn of it need not be drawn again. */
const NO_NAMES: readonly AreaSummary[] = [];

function useNames(
  catalog: Catalog,
  level: CatalogLevel | null,
  parent: string | null,
): readonly AreaSummary[] {
  const isWanted = level !== null && (parent !== null || level.areaCount <= WHOLE_LEVEL);
  const query = { release: catalog.release, level: level?.id, parent, limit: 10_000 };
  const { data } = useAnswer(areasContract, isWanted ? { query } : null);
  return data?.areas ?? NO_NAMES;
}

const NO_AREAS: readonly PairArea[] = [];

function usePair(
  catalog: Catalog,
  { pairClass, scope, needBounds, otherBounds, pairOrder }: View,
  { pair, indicator, period, level }: ResolvedView,
  isKnown: boolean,
  parent: string | null,
): Pick<Screen, "pair" | "pairAreas" | "pairAreaOf"> & { pairCsv: string | null } {
  const query =
    pair && indicator && isKnown
      ? {
          release: catalog.release,
          need: `${indicator.id}@${period}`,
          other: `${pair.other.id}@${pair.period}`,
          level: level.id,
          // A sum grows with the size of its area, so that levels have no bounds in common.
          scope: scope === "levels" ? "periods" : scope,
          needBounds: writePairBounds(needBounds) || null,
          otherBounds: writePairBounds(otherBounds) || null,
        }
      : null;
  const classes = useAnswer(pairsContract, query && { query });
  const picked = pairClass === null ? null : pairClassAt(pairClass);
  const counted = indicator && peopleInNeedOf(indicator, catalog);
  const people = counted?.indicator.periods.includes(period) ? counted.indicator.id : null;
  const list = {
    ...query,
    ...pairOrder,
    parent,
    people,
    needRung: picked?.need,
    otherRung: picked?.other,
  };
  const listed = useAnswer(pairAreasContract, query && { query: list });
  const isSmall = parent !== null || level.areaCount <= WHOLE_LEVEL;
  const all = useAnswer(
    pairAreasContract,
    query && isSmall ? { query: { ...query, parent, limit: 10_000 } } : null,
  );
  const areas = all.shown?.answer.areas ?? NO_AREAS;
  const pairAreaOf = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas]);
  const file = query && { ...list, limit: 10_000, format: "csv" };
  const pairCsv = file && addressOf({ contract: pairAreasContract, query: file });
  return { pair: classes, pairAreas: listed, pairAreaOf, pairCsv };
}

/** Gives the question for the classes of an indicator in a period. */
export const classesQuestion = (
  view: View,
  { release }: Catalog,
  indicator: CatalogIndicator,
  period: string,
  level: CatalogLevel,
) => ({
  query: { release, indicator: indicator.id, period, level: level.id, ...classRule(view, indicator) },
});

/** Asks for everything that the view needs. `zoom` is the map's, for the automatic level. */
export function useScreenData(catalog: Catalog, view: View, change: ChangeView, zoom: number): Screen {
  const words = useWords();
  const named = useArea(catalog, view.area ?? catalog.rootCode);
  // A link to an area that this release does not hold shows the whole, beside the word about it.
  const isUnknown = named.error?.status === 404;
  const top = useArea(catalog, isUnknown ? catalog.rootCode : null);
  const area = isUnknown ? top : named;
  const areaNow = area.shown?.answer ?? null;
  const parentCode =
    areaNow?.childLevel === null ? (areaNow.parents[areaNow.parents.length - 1]?.code ?? null) : null;
  const parent = useArea(catalog, parentCode);
  const resolved = resolveView(view, catalog, areaNow, parent.shown?.answer ?? null, zoom);
  const { indicator, period, level, open, nearestPeriod } = resolved;

  const profileCode = (isUnknown ? null : view.area) ?? catalog.rootCode;
  const isKnown = areaNow !== null || profileCode === null;
  const column =
    indicator && nearestPeriod === null && isKnown
      ? {
          release: catalog.release,
          indicator: indicator.id,
          period: resolved.since === null ? period : `${resolved.since}..${period}`,
          level: level.id,
        }
      : null;
  const classes = useAnswer(
    classesContract,
    column && classesQuestion(view, catalog, indicator!, column.period, level),
  );
  const { ramp, isCount } = resolved;
  const classed = catalog.indicators.find(({ id }) => id === classes.shown?.answer.indicator);
  const insideOf = open && open.code !== catalog.rootCode ? open.code : null;
  const { pair, pairAreas, pairAreaOf, pairCsv } = usePair(catalog, view, resolved, isKnown, insideOf);
  const isPair = resolved.pair !== null;
  const fill = useMemo(() => {
    if (isPair) return pair.shown ? bivariateFill(pair.shown.answer, view.theme) : NOTHING;
    if (!classes.shown || !classed) return NOTHING;
    const { answer } = classes.shown;
    return parseColumnPeriod(answer.period)?.from
      ? changeFill(answer, classed, view.theme)
      : fillOf(answer, classed, ramp, isCount);
  }, [isPair, pair.shown, view.theme, classes.shown, classed, ramp, isCount]);
  const insideQuestion = column && { query: { ...column, parent: insideOf } };
  const inside = useAnswer(valuesContract, insideQuestion);
  const whole = useAnswer(
    valuesContract,
    column && insideOf !== null && level.areaCount <= WHOLE_LEVEL ? { query: column } : null,
  );
  const profile = useAnswer(
    profileContract,
    profileCode === null || period === ""
      ? null
      : {
          params: { code: profileCode },
          query: { release: catalog.release, period },
        },
  );
  const openLevel = catalog.levels.find(({ id }) => id === open?.level) ?? null;
  const siblings = useNames(
    catalog,
    open && insideOf ? openLevel : null,
    open?.parents[open.parents.length - 1]?.code ?? null,
  );
  const insiders = useNames(catalog, isKnown ? level : null, insideOf);

  const { polarity } = indicator ?? { polarity: "neutral" };
  const rows = useMemo(
    () => rankRows(inside.shown?.answer.areas ?? [], { polarity }, ({ names }) => words.text(names)),
    [inside.shown, polarity, words],
  );
  const rowOf = useMemo(() => {
    const all = rankRows(whole.shown?.answer.areas ?? [], { polarity }, ({ names }) => words.text(names));
    return new Map(
      [...all.map((row) => ({ ...row, rank: null, range: null })), ...rows].map((row) => [
        row.area.code,
        row,
      ]),
    );
  }, [whole.shown, rows, polarity, words]);

  const insideCsv =
    insideQuestion &&
    addressOf({ contract: valuesContract, query: { ...insideQuestion.query, format: "csv" } });
  const above = areaAbove(areaNow, catalog.rootCode);
  const failed = [named, classes, inside, profile, pair, pairAreas].find(({ error }) => error !== null);
  return {
    view,
    change,
    catalog,
    resolved,
    classes,
    fill,
    paintedLevel: (isPair ? pair.data : classes.data)?.level ?? null,
    pair,
    pairAreas,
    pairAreaOf,
    inside,
    rows,
    rowOf,
    profile,
    siblings,
    insiders,
    failure: failed?.error ? { error: failed.error, retry: failed.retry } : null,
    isLoading: [area, classes, inside, profile, pair, pairAreas].some(({ isLoading }) => isLoading),
    isPlaced: (area.data !== null || profileCode === null) && (parentCode === null || parent.data !== null),
    csvAddress: isPair ? pairCsv : insideCsv,
    openArea: (code) =>
      change({
        area: code === catalog.rootCode ? null : code,
        camera: null,
        level: keptLevel(view, catalog),
      }),
    goUp: above === undefined ? null : () => change({ area: above, camera: null }),
  };
}

/** A level that was fixed stays fixed; it only has to exist. */
const keptLevel = (view: View, catalog: Catalog): string | null =>
  catalog.levels.some(({ id }) => id === view.level) ? view.level : null;
