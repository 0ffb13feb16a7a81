// The heaviest question that each endpoint takes, asked with other indicators and periods every time so that no answer is in memory.

import { packCodes } from "#domain/area_set_codec";
import type { Catalog } from "#domain/contract/catalog";
import { CONTRACTS } from "#server/routes/routes";

export interface Facts {
  readonly catalog: Catalog;
  /** An area of the top level, and one for which a plan can be made. */
  readonly top: string;
  readonly planned: string;
  /** Codes of areas of the lowest level, from all over the territory. */
  readonly villages: readonly string[];
  readonly county: string;
  readonly facility: string;
}

export interface Question {
  /** Of the contract, or a page of the portal. */
  readonly id: string;
  readonly path: string;
  /** For what is asked by POST. */
  readonly body?: unknown;
}

type Query = Readonly<Record<string, string | number>>;
type Ask = (
  turn: Turn,
) => Query | { readonly params: Query; readonly query?: Query; readonly body?: unknown };

/** One round: what differs in it. */
interface Turn extends Facts {
  readonly indicator: string;
  readonly other: string;
  readonly period: string;
  readonly level: string;
  readonly turn: number;
}

const MANY_COLUMNS = 8;
const MANY_CODES = 100;

const pair = ({ indicator, other, period, level }: Turn): Query => ({
  need: `${indicator}@${period}`,
  other: `${other}@${period}`,
  level,
});
const columns = ({ catalog, period, turn }: Turn): string =>
  Array.from({ length: MANY_COLUMNS }, (_, at) => {
    const { id } = catalog.indicators[(turn * MANY_COLUMNS + at) % catalog.indicators.length]!;
    return `${id}@${period}`;
  }).join();
const tile = ({ catalog, level, period, indicator }: Turn) => ({
  params: { release: catalog.address, edition: "internal", level, z: 7, x: 100, y: 54 },
  query: { c: `${indicator}@${period}` },
});
const question = ({ planned, turn }: Turn) => ({
  area: planned,
  minutes: 20 + turn,
  sites: 2,
});

/** By contract; those that are left out are in `SMALL`. */
export const HEAVY: Readonly<Record<string, Ask>> = {
  catalog: () => ({}),
  "catalog-history": ({ indicator }) => ({ params: { indicator } }),
  format: () => ({}),
  openapi: () => ({}),
  releases: () => ({}),
  certificate: () => ({ edition: "public" }),
  withheld: ({ indicator, period, level }) => ({ indicator, period, level }),
  areas: ({ level, turn }) => ({ level, q: "aeiou"[turn % 5]!, limit: 1000 }),
  area: ({ top }) => ({ params: { code: top } }),
  profile: ({ top, period }) => ({ params: { code: top }, query: { period } }),
  contested: ({ top, period }) => ({ params: { code: top }, query: { period } }),
  values: ({ indicator, period, level }) => ({ indicator, period, level }),
  columns: ({ catalog, period, level, turn }) => ({
    level,
    period,
    indicators: catalog.indicators
      .map(({ id }) => id)
      .slice(turn, turn + MANY_COLUMNS)
      .join(),
  }),
  workbook: (turn) => ({ level: turn.level, columns: columns(turn) }),
  trends: ({ indicator, level, top }) => ({ indicator, level, parent: top }),
  classes: ({ indicator, period, level }) => ({
    indicator,
    period,
    level,
    method: "ckmeans",
    scope: "levels",
    k: 7,
  }),
  pairs: (turn) => ({ ...pair(turn), scope: "levels" }),
  pairAreas: (turn) => ({ ...pair(turn), limit: 1000 }),
  set: ({ villages, indicator }) => ({ codes: packCodes(villages.slice(0, MANY_CODES)), indicator }),
  nearSet: ({ villages, level, turn }) => ({
    codes: packCodes(villages.slice(turn, turn + 20)),
    level,
    km: 5,
  }),
  tilejson: ({ catalog, level }) => ({ params: { release: catalog.address, edition: "internal", level } }),
  tile,
  "tile-geometry": (turn) => ({
    params: { ...tile(turn).params, boundary: turn.catalog.boundaryAddress },
    query: { n: 0 },
  }),
  "tile-values": tile,
  facilities: ({ period, turn }) => ({ period, q: "aeiou"[turn % 5]!, limit: 1000 }),
  facility: ({ facility, period }) => ({ params: { code: facility }, query: { period } }),
  "thing-tile": ({ catalog, period }) => ({
    params: { release: catalog.address, edition: "internal", layer: "facilities", z: 6, x: 50, y: 27 },
    query: { period },
  }),
  context: () => ({}),
  planningSituation: ({ planned, turn }) => ({ area: planned, minutes: 20 + turn }),
  startPlanningRun: (turn) => ({ params: {}, body: { question: question(turn) } }),
  drawnPlan: (turn) => ({ params: {}, body: { question: question(turn), sites: null } }),
  planningRuns: () => ({}),
  planningScenarios: ({ planned }) => ({ area: planned }),
  adoptedPlans: ({ planned }) => ({ area: planned }),
  reports: () => ({}),
  teacherPlan: ({ planned, turn }) => ({ area: planned, teachers: 50 + turn }),
  teacherPlanFile: ({ planned, turn }) => ({
    area: planned,
    teachers: 60 + turn,
    format: "xlsx",
  }),
};

/** Contracts that touch one row or none whatever the size of the territory, compute what another one does, or hold a connection open. */
export const SMALL: ReadonlySet<string> = new Set([
  "live",
  "ready",
  "health",
  "metrics",
  "writes",
  "events",
  "context-tile",
  "planningRun",
  "stopPlanningRun",
  "cancelPlanningRun",
  "planningRunFile",
  "addPlanningScenario",
  "changePlanningScenario",
  "removePlanningScenario",
  "adoptPlan",
  "adoptTeacherPlan",
  "report",
  "reportPhoto",
  "reportStep",
]);

/** Pages and files of the portal that hold much. */
const portalPages = ({ catalog, villages, county, level, indicator, turn }: Turn): readonly string[] => [
  "en",
  `en/find?q=${"aeiou"[turn % 5]}`,
  `en/place/${county}`,
  `en/place/${villages[turn]}`,
  "en/data",
  `data/${catalog.release}.zip`,
  `data/${catalog.release}/${level}.geojson`,
  `data/${catalog.release}/${level}/${indicator}.csv`,
  `en/embed/map/${county}/${indicator}`,
];

/** The questions of a round. */
export function questionsOf(facts: Facts, turn: number): Question[] {
  const { catalog } = facts;
  const ratios = catalog.indicators.filter(({ periods }) => periods.length > 2);
  const [{ id: indicator, periods }, { id: other }] = [
    ratios[(2 * turn) % ratios.length]!,
    ratios[(2 * turn + 1) % ratios.length]!,
  ];
  const here: Turn = {
    ...facts,
    turn,
    indicator,
    other,
    period: periods.at(-1)!,
    level: catalog.levels.at(-1)!.id,
  };
  const questions = CONTRACTS.flatMap(({ id, path }): Question[] => {
    const ask = HEAVY[id]?.(here);
    if (!ask) return [];
    const { params, query, body } =
      typeof ask["params"] === "object"
        ? (ask as { params: Query; query?: Query; body?: unknown })
        : { params: {} as Query, query: ask as Query, body: undefined };
    const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
    const search = new URLSearchParams(
      Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return [
      { id, path: search.size > 0 ? `${address}?${search.toString()}` : address, ...(body ? { body } : {}) },
    ];
  });
  return [
    ...questions,
    ...portalPages(here).map((page) => ({
      id: `portal ${page.replace(/\?.*/, "").replace(/\d{6,}/, "{code}")}`,
      path: `/open/${page}`,
    })),
  ];
}
