// Money and work for a cell in a year: funds follow need, but some townships are favoured; donations come to few.

import { helpIn } from "./help.ts";
import { yearsBehind } from "./late.ts";
import type { Land } from "./land.ts";
import { progress } from "./periods.ts";
import { bell, mix, portion, uniform } from "./random.ts";

export interface Funds {
  readonly allocatedFen: number;
  readonly paidFen: number;
  /** With households and projects; the rest of what was paid is on its way. */
  readonly arrivedFen: number;
  readonly projectsDue: number;
  readonly projectsLate: number;
  readonly donationsFen: number;
}

/** The money for `cell` in `year` and the projects that it pays for. */
export function fundsIn(land: Land, cell: number, year: number): Funds {
  const salt = mix(mix(land.seed, 94), cell);
  const grown = progress(year);
  const { targetPersons } = helpIn(land, cell, year);
  const luck = uniform(mix(land.seed, 95), land.regions.townshipOf[cell]!);
  const favour = luck < 0.1 ? 2.1 : 0.4 + 1.1 * luck;
  const perPerson = (650 + 2_300 * grown) * favour * Math.exp(0.12 * bell(salt, 0, year));
  const works = uniform(salt, 1) < 0.6 ? 15_000 + 60_000 * uniform(salt, 2, year) : 0;
  const allocated = Math.round(targetPersons * perPerson + works);
  const behind = 0.04 * yearsBehind(land, cell);
  const paid = portion(allocated, 0.68 + 0.24 * grown - behind + 0.06 * bell(salt, 3, year), 0);
  const projectsDue = Math.min(9, Math.floor(allocated / 90_000 + uniform(salt, 4, year)));
  const isGiven = uniform(salt, 5, year) < 0.24 - 0.12 * Math.min(1, land.minutes[cell]! / 90);
  return {
    allocatedFen: allocated * 100,
    paidFen: paid * 100,
    arrivedFen: portion(paid, 0.9 + 0.08 * grown - behind + 0.03 * bell(salt, 8, year), 0) * 100,
    projectsDue,
    projectsLate: portion(projectsDue, 0.16 - 0.1 * grown + behind, uniform(salt, 6, year)),
    donationsFen: isGiven ? Math.round(Math.exp(9.2 + 0.9 * bell(salt, 7, year))) * 100 : 0,
  };
}

export interface Tasks {
  readonly due: number;
  readonly onTime: number;
  readonly overdueAlerts: number;
}

/** Counts the tasks about `cell` that fell due in `year`, and the alerts that are open past their limit at its end. */
export function tasksIn(land: Land, cell: number, year: number): Tasks {
  const salt = mix(mix(land.seed, 96), cell);
  const due = 3 + Math.floor(helpIn(land, cell, year).targets / 10 + 3 * uniform(salt, 0, year));
  const share = 0.7 + 0.2 * progress(year) - 0.05 * yearsBehind(land, cell) + 0.06 * bell(salt, 1, year);
  const onTime = portion(due, share, uniform(salt, 2, year));
  return { due, onTime, overdueAlerts: portion(due - onTime, 0.3, 0.8 * uniform(salt, 3, year)) };
}
