// Published and golden microdata as records of the register: one village each, whose households lack what they lack there.

import { GOLDEN_COUNTY } from "#domain/method/fixtures/golden_county";
import type { HouseholdRow, PersonRow } from "#domain/register/rows";

export interface GoldenHousehold {
  readonly village: string;
  readonly persons: number;
  /** A digit, 1 for deprived, for each of GOLDEN_DEPRIVATIONS; fewer are not deprived in the rest. */
  readonly deprived: string;
  /** Yuan for each person; null where income is not known. */
  readonly income: number | null;
}

/** Deprivations that any household can have alone or together, also of one person. */
export const GOLDEN_DEPRIVATIONS = [
  "years_of_schooling",
  "long_illness",
  "medical_insurance",
  "housing",
  "safe_water",
  "labour",
] as const;

/** Weights in the order of `register.village_measures`; a child out of school weighs nothing in the goldens. */
export const goldenWeights = ([schooling, ...others]: readonly number[]): number[] =>
  [schooling!, 0, ...others, 0, 0, 0, 0].slice(0, 7);

/** The records of golden households in a period. */
export function goldenRecords(
  households: readonly GoldenHousehold[],
  period: string,
): { households: (HouseholdRow & { rootCode: string })[]; persons: (PersonRow & { rootCode: string })[] } {
  const placed = households.map((one, at) => ({
    ...one,
    id: { rootCode: "GOLDEN", row: at + 1, villageCode: one.village, period, key: `G-${at}` },
    lacks: (name: (typeof GOLDEN_DEPRIVATIONS)[number]) =>
      one.deprived[GOLDEN_DEPRIVATIONS.indexOf(name)] === "1",
  }));
  return {
    households: placed.map(({ id, persons, income, lacks }) => ({
      ...id,
      headName: null,
      isRegistered: true,
      povertyState: "poor",
      monitoring: null,
      mainCause: null,
      otherCauses: [],
      exitScore: null,
      netIncomeFen: income === null ? null : income * persons * 100,
      incomeConcept: "rural_disposable_income",
      dwelling: lacks("housing") ? "D" : "A",
      hasSafeWater: !lacks("safe_water"),
    })),
    persons: placed.flatMap(({ id, persons, lacks }) =>
      Array.from({ length: persons }, (_, number) => ({
        ...id,
        number,
        name: null,
        idNumber: null,
        age: 30,
        schoolingYears: lacks("years_of_schooling") ? 0 : 9,
        isAtSchool: null,
        hasLongIllness: lacks("long_illness"),
        insurance: lacks("medical_insurance") ? ("uninsured" as const) : ("insured" as const),
        canWork: !lacks("labour"),
      })),
    ),
  };
}

const household = (village: string, persons: number, deprived: string): GoldenHousehold => ({
  village,
  persons,
  deprived,
  income: null,
});

/** Alkire & Foster (2011): the 4 × 4 example, as patterns of who is deprived in what. */
export const FOUR_BY_FOUR = ["0000", "0101", "1111", "0100"].map((deprived) => household("AF", 1, deprived));

export const COUNTY = GOLDEN_COUNTY.map(([village, persons, deprived]) =>
  household(village, persons, deprived),
);

/** Weights over 18 that make every score of the sample below. */
export const SAMPLE_WEIGHTS = [1, 2, 3, 6, 6];
export const PATTERNS: Readonly<Record<number, string>> = {
  0: "00000",
  1: "10000",
  2: "01000",
  3: "00100",
  4: "10100",
  6: "00010",
  8: "01010",
  9: "00110",
  12: "00011",
  15: "00111",
  18: "11111",
};
/** Golden `alkire_foster_design_se`: sample weight of each cluster, as persons, and the scores in it. */
export const SCORES_BY_CLUSTER = [
  [10, [0, 6, 9, 3, 0, 12]],
  [12, [6, 6, 0, 2, 9, 0]],
  [8, [18, 6, 8, 0, 3, 1]],
  [11, [0, 0, 2, 6, 4, 0]],
  [9, [9, 12, 6, 6, 0, 8]],
  [14, [0, 3, 2, 6, 0, 0]],
  [7, [6, 0, 0, 15, 9, 6]],
  [13, [2, 0, 0, 6, 3, 0]],
] as const;
export const SAMPLE = SCORES_BY_CLUSTER.flatMap(([weight, scores]) =>
  scores.map((score) => household("SAMPLE", weight, PATTERNS[score]!)),
);

/** Golden `undp_four_households`: scores 4, 13, 7 and 9 of 18 by the weights of the sample. */
export const FOUR_HOUSEHOLDS = (
  [
    [4, "10100"],
    [7, "10011"],
    [5, "10010"],
    [4, "00110"],
  ] as const
).map(([persons, deprived]) => household("UNDP", persons, deprived));

const INCOMES = [1200, 3999, 4000, 4001, 2000, 8000, 500, 3000];
const INCOME_PERSONS = [4, 3, 5, 2, 6, 4, 1, 3];
/** In hundreds of yuan, so that squares in (10 yuan)² are whole; no index knows the unit. */
export const LINE_YUAN = 400_000;

const earners = (
  village: (at: number) => string,
  incomes: readonly number[],
  persons: readonly number[],
): GoldenHousehold[] =>
  incomes.map((income, at) => ({
    village: village(at),
    persons: persons[at]!,
    deprived: "",
    income: income * 100,
  }));

/** Golden `fgt`: eight records of the groups A and B against a line of 4,000. */
export const GAPS = earners((at) => ([0, 1, 2, 6].includes(at) ? "FGT-A" : "FGT-B"), INCOMES, INCOME_PERSONS);

/** Golden `gini`, exact, with points of the Lorenz curve where a share of people is kept; null where there is none. */
export const GINI: readonly {
  readonly village: string;
  readonly incomes: readonly number[];
  readonly persons: readonly number[];
  readonly gini: number | null;
  readonly lorenz?: Readonly<Record<number, number>>;
}[] = [
  { village: "EQUAL", incomes: [5, 5, 5], persons: [1, 1, 1], gini: 0 },
  { village: "ONE-HAS-ALL", incomes: [0, 0, 0, 100], persons: [1, 1, 1, 1], gini: 3 / 4 },
  {
    village: "SIMPLE",
    incomes: [1, 2, 3, 4, 10],
    persons: [1, 1, 1, 1, 1],
    gini: 2 / 5,
    lorenz: { 20: 0.05, 40: 0.15, 60: 0.3, 80: 0.5 },
  },
  { village: "WEIGHTED", incomes: [1, 2, 3, 4, 10], persons: [3, 1, 2, 2, 1], gini: 104 / 261 },
  { village: "OF-GAPS", incomes: INCOMES, persons: INCOME_PERSONS, gini: 877_927 / 2_752_372 },
  { village: "ALONE", incomes: [7], persons: [1], gini: 0 },
  { village: "NO-INCOME", incomes: [0, 0], persons: [1, 1], gini: null },
  { village: "IN-DEBT", incomes: [5, -1], persons: [1, 1], gini: null },
];
export const GINI_RECORDS = GINI.flatMap(({ village, incomes, persons }) =>
  earners(() => village, incomes, persons),
);
