// Counts of households or people by the number of their deprivations, from which headcount, intensity and their product follow.

import type { Term } from "#domain/indicator";
import type { Figures } from "./figures.ts";
import { unitOf } from "./headers.ts";

/** Whether a column counts deprivations: 0, 1, 2, … without a gap. */
export const countsDeprivations = (header: string, labels: readonly string[]): boolean =>
  /depriv|剥夺/i.test(header) &&
  labels.length >= 3 &&
  labels.toSorted((a, b) => Number(a) - Number(b)).every((label, at) => label === String(at));

/** Adds their measures and indicators; returns the measure of each number. A third of the dimensions makes poor (Alkire & Foster 2011). */
export function addDeprivations(
  header: string,
  labels: readonly string[],
  figures: Figures,
): Record<string, string> {
  const unit = unitOf(header) === "persons" ? "persons" : "households";
  const [who, whoZh] = unit === "persons" ? ["People", "人口"] : ["Households", "户"];
  const numbers = labels.map(Number).toSorted((a, b) => a - b);
  const most = numbers.at(-1)!;
  const cutoff = Math.ceil(most / 3);
  const id = (n: number): string => `${unit}_deprived_${n}`;
  for (const n of numbers)
    figures.measure({
      id: id(n),
      label: { en: `${who} deprived in ${n} dimensions`, zh: `在${n}个方面被剥夺的${whoZh}` },
      unit,
    });
  const term = (from: number, weight: (n: number) => number): Term =>
    Object.fromEntries(numbers.filter((n) => n >= from).map((n) => [id(n), weight(n)]));
  const common = { replaces: "built-in", lens: "poverty", polarity: "higher-is-worse" } as const;
  const poorest = term(cutoff, (n) => n);
  figures.replace([
    {
      id: "mpi",
      ...common,
      label: { en: "Multidimensional poverty index", zh: "多维贫困指数" },
      symbol: "M0",
      unit: "index",
      ratio: [poorest, term(0, () => most)],
    },
    {
      id: "multidimensional_headcount_ratio",
      ...common,
      label: { en: "Multidimensional headcount ratio", zh: "多维贫困发生率" },
      symbol: "H",
      ratio: [term(cutoff, () => 1), term(0, () => 1)],
    },
    {
      id: "intensity",
      ...common,
      label: { en: "Intensity of deprivation", zh: "平均剥夺强度" },
      symbol: "A",
      ratio: [poorest, term(cutoff, () => most)],
    },
  ]);
  return Object.fromEntries(numbers.map((n) => [String(n), id(n)]));
}

/** What is guessed of them. */
export const deprivationRemark = (labels: readonly string[]): string => {
  const most = Math.max(...labels.map(Number));
  return `guessed: equal weights, and poor is who is deprived in at least ${Math.ceil(most / 3)} of ${most} (a third)`;
};
