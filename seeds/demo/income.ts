// Income of a cell's people in a year: how far the poor are below the line, and what registered households earn.

import { helpIn } from "./help.ts";
import { LINES } from "./lines.ts";
import type { Land } from "./land.ts";
import { progress } from "./periods.ts";
import { personsIn, poorPersonsIn } from "./poverty.ts";
import { bell, mix, portion, uniform } from "./random.ts";
import { registerCounts } from "./register/counts.ts";

export interface Income {
  /** The line, summed over the people with an income record. */
  readonly lineFen: number;
  /** What the poor are short of it. */
  readonly gapFen: number;
  /** In (10 yuan)², over the same people. */
  readonly squaredGap: number;
  readonly squaredLine: number;
  readonly registeredPersons: number;
  readonly registeredIncomeFen: number;
}

/** Sums incomes of `cell` in `year`; every poor person has an income record. */
export function incomeIn(land: Land, cell: number, year: number): Income {
  const counted = registerCounts(land, cell, year);
  if (counted)
    return {
      lineFen: counted.of("income_line_fen"),
      gapFen: counted.of("income_gap_fen"),
      squaredGap: counted.of("squared_income_gap"),
      squaredLine: counted.of("squared_income_line"),
      registeredPersons: counted.of("registered_persons"),
      registeredIncomeFen: counted.of("net_income_fen"),
    };
  const salt = mix(mix(land.seed, 90), cell);
  const line = LINES.get(year)!;
  const poor = poorPersonsIn(land, cell, year);
  const persons = personsIn(land, cell, year);
  const recorded = Math.max(poor, portion(persons, 0.965 + 0.01 * bell(salt, 0), uniform(salt, 1)));
  const { registeredPersons } = helpIn(land, cell, year);

  const depth = 0.26 - 0.08 * progress(year) + 0.045 * land.hardship[cell]! + 0.03 * bell(salt, 2, year);
  const gap = Math.min(0.55, Math.max(0.06, depth));
  const gapFen = Math.round(poor * line * gap * 100);
  // The mean of squares is the square of the mean and the variance: half the square of the mean, between many people.
  const unevenness = poor > 0 ? (0.35 + 0.15 * uniform(salt, 3)) * (1 - 1 / poor) : 0;
  const squaredGap = poor > 0 ? Math.ceil(((gapFen / 1000) ** 2 / poor) * (1 + unevenness)) : 0;

  const belowLine = Math.min(poor, portion(registeredPersons, 0.75 - 0.4 * progress(year), 0.5));
  const above =
    line * (1.35 + 1.1 * progress(year)) * Math.exp(0.06 * bell(salt, 4) - 0.08 * land.hardship[cell]!);
  const earned = belowLine * line * (1 - gap) + (registeredPersons - belowLine) * Math.max(line, above);
  return {
    lineFen: recorded * line * 100,
    gapFen,
    squaredGap,
    squaredLine: Math.round((recorded * line * line) / 100),
    registeredPersons,
    registeredIncomeFen: Math.round(earned) * 100,
  };
}
