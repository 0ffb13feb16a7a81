// Gini and Lorenz curve from records, to check the sums that the database makes. Not additive: never from the Ginis of areas.

import type { IncomeRecord } from "./foster_greer_thorbecke.ts";

const weightOf = (records: readonly IncomeRecord[]): number =>
  records.reduce((sum, { weight }) => sum + weight, 0);

function sortedByIncome(records: readonly IncomeRecord[]): IncomeRecord[] {
  const negative = records.find(({ income }) => income < 0);
  if (negative)
    throw new RangeError(`income ${negative.income} is negative: inequality is defined for incomes from 0`);
  return [...records].sort((a, b) => a.income - b.income);
}

/** Population-form Gini G = ΣΣ wᵢwⱼ|yᵢ − yⱼ| / (2 μ W²) in 0–1; null without persons or without income; throws on negative income. */
export function gini(records: readonly IncomeRecord[]): number | null {
  const sorted = sortedByIncome(records);
  const total = sorted.reduce((sum, { income, weight }) => sum + income * weight, 0);
  const persons = weightOf(sorted);
  if (persons === 0 || total === 0) return null;
  let below = 0;
  let differences = 0;
  let incomeBelow = 0;
  for (const { income, weight } of sorted) {
    differences += weight * (income * below - incomeBelow);
    below += weight;
    incomeBelow += income * weight;
  }
  return differences / (total * persons);
}

/** Points [cumulative share of persons, cumulative share of income] from [0, 0] to [1, 1]; empty without income. */
export function lorenzCurve(records: readonly IncomeRecord[]): [number, number][] {
  const sorted = sortedByIncome(records);
  const total = sorted.reduce((sum, { income, weight }) => sum + income * weight, 0);
  const persons = weightOf(sorted);
  if (persons === 0 || total === 0) return [];
  let [people, income] = [0, 0];
  const points: [number, number][] = [[0, 0]];
  for (const record of sorted) {
    people += record.weight;
    income += record.income * record.weight;
    points.push([people / persons, income / total]);
  }
  return points;
}
