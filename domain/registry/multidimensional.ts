// The multidimensional poverty index from household counts by number of deprivations: equal weights, k = 2 of 4.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487.

import type { Indicator, Term } from "../indicators.ts";
import type { Measure } from "../measures.ts";

/** The deprivations of the multidimensional index, equally weighted; a household is poor from POVERTY_CUTOFF of them. */
export const DEPRIVATIONS = [
  { id: "schooling", label: { en: "Schooling", zh: "上学" } },
  { id: "health", label: { en: "Long illness", zh: "慢性病" } },
  { id: "housing", label: { en: "Housing and water", zh: "住房饮水" } },
  { id: "work", label: { en: "Work", zh: "劳动就业" } },
] as const;

/** k: how many of the DEPRIVATIONS make a household poor (Alkire & Foster 2011, weak inequality). */
export const POVERTY_CUTOFF = 2;

const deprivationCounts: Measure[] = Array.from({ length: DEPRIVATIONS.length + 1 }, (_, count) => ({
  id: `households_deprived_${count}`,
  label: { en: `Households deprived in ${count} dimensions`, zh: `在 ${count} 个方面被剥夺的户数` },
  unit: "households",
}));

const censoredCounts: Measure[] = DEPRIVATIONS.map(({ id, label }) => ({
  id: `poor_households_deprived_in_${id}`,
  label: { en: `Poor households deprived in: ${label.en}`, zh: `贫困户中被剥夺：${label.zh}` },
  unit: "households",
}));

export const MULTIDIMENSIONAL_MEASURES: readonly Measure[] = [...deprivationCounts, ...censoredCounts];

const dimensions = DEPRIVATIONS.length;

/** Households with at least `from` deprivations, each counted `weight(count)` times. */
function households(from: number, weight: (count: number) => number): Term {
  const term: Term = {};
  for (let count = from; count <= dimensions; count++) term[`households_deprived_${count}`] = weight(count);
  return term;
}

const allHouseholds = households(0, () => 1);
const poorHouseholds = households(POVERTY_CUTOFF, () => 1);
const poorScore = households(POVERTY_CUTOFF, (count) => count);
const times = (term: Term, factor: number): Term =>
  Object.fromEntries(Object.entries(term).map(([measure, weight]) => [measure, weight * factor]));

const contributions: Indicator[] = DEPRIVATIONS.map(({ id, label }) => ({
  id: `contribution_${id}`,
  lens: "poverty",
  label: { en: `Contribution of ${label.en.toLowerCase()} to M0`, zh: `${label.zh}对 M0 的贡献率` },
  unit: "share",
  polarity: "neutral",
  theme: "income_employment",
  rollUp: "ratio_of_sums",
  department: { en: "Rural Revitalisation", zh: "乡村振兴" },
  disclosure: "D1",
  numerator: { [`poor_households_deprived_in_${id}`]: 1 },
  denominator: poorScore,
  partOf: "mpi",
}));

export const MULTIDIMENSIONAL_INDICATORS: readonly Indicator[] = [
  {
    id: "mpi",
    lens: "poverty",
    label: { en: "Multidimensional poverty index", zh: "多维贫困指数" },
    symbol: "M0",
    description: {
      en: `Share of all possible deprivations that poor households suffer: M0 = H × A, with ${dimensions} equal dimensions and k = ${POVERTY_CUTOFF} (Alkire & Foster 2011).`,
      zh: `贫困户所受剥夺占全部可能剥夺的比例：M0 = H × A，${dimensions} 个等权维度，k = ${POVERTY_CUTOFF}（Alkire & Foster 2011）。`,
    },
    unit: "index",
    polarity: "higher-is-worse",
    theme: "income_employment",
    rollUp: "ratio_of_sums",
    department: { en: "Rural Revitalisation", zh: "乡村振兴" },
    disclosure: "D1",
    numerator: poorScore,
    denominator: times(allHouseholds, dimensions),
  },
  {
    id: "multidimensional_headcount_ratio",
    lens: "poverty",
    label: { en: "Multidimensional headcount ratio", zh: "多维贫困发生率" },
    symbol: "H",
    description: {
      en: `Households deprived in at least ${POVERTY_CUTOFF} of ${dimensions} dimensions, as a share of all households.`,
      zh: `在 ${dimensions} 个方面中至少 ${POVERTY_CUTOFF} 个方面被剥夺的户占全部户的比例。`,
    },
    unit: "share",
    polarity: "higher-is-worse",
    theme: "income_employment",
    rollUp: "ratio_of_sums",
    department: { en: "Rural Revitalisation", zh: "乡村振兴" },
    disclosure: "D1",
    numerator: poorHouseholds,
    denominator: allHouseholds,
  },
  {
    id: "intensity",
    lens: "poverty",
    label: { en: "Intensity of deprivation", zh: "平均剥夺强度" },
    symbol: "A",
    description: {
      en: "Average share of dimensions in which poor households are deprived.",
      zh: "贫困户平均被剥夺的方面占全部方面的比例。",
    },
    unit: "share",
    polarity: "higher-is-worse",
    theme: "income_employment",
    rollUp: "ratio_of_sums",
    department: { en: "Rural Revitalisation", zh: "乡村振兴" },
    disclosure: "D1",
    numerator: poorScore,
    denominator: times(poorHouseholds, dimensions),
  },
  ...contributions,
];
