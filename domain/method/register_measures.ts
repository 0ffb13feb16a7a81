// The counts of a village from its records, as the demo reports them: the same as `register.village_measures` in SQL, which is tested against it.

import {
  DEPRIVATIONS,
  DEPRIVATION_TOTAL,
  POVERTY_CUTOFF,
  type DeprivationId,
} from "#domain/registry/multidimensional";
import { causeMeasure } from "#domain/registry/causes";
import { CAUSES } from "#domain/register/codes";
import type { HouseholdRow, PersonRow } from "#domain/register/rows";
import { accumulate, deprivationScheme } from "./alkire_foster.ts";

export interface RegisterHousehold {
  readonly household: HouseholdRow;
  readonly persons: readonly PersonRow[];
}

const SCHEME = deprivationScheme(
  DEPRIVATIONS.map(({ weight }) => weight),
  DEPRIVATION_TOTAL,
  POVERTY_CUTOFF,
);

/** Or in three values: one true decides, else one unknown leaves it unknown. */
function anyOf(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

/** The deprivations of a household; null where one is not known. */
export function deprivationsOf({
  household,
  persons,
}: RegisterHousehold): Record<DeprivationId, boolean | null> {
  const adults = persons.map(({ age, schoolingYears }) => {
    if (age === null) return null;
    if (age < 16) return false;
    return schoolingYears === null ? null : schoolingYears >= 6;
  });
  const hasAdult = persons.some(({ age }) => age !== null && age >= 16);
  const unsafe = household.dwelling === null ? null : ["C", "D", "none"].includes(household.dwelling);
  const isSchooled = anyOf(adults);
  return {
    years_of_schooling: isSchooled === false ? hasAdult : not(isSchooled),
    school_attendance: anyOf(
      persons.map(({ age, isAtSchool }) =>
        age === null ? null : age >= 6 && age <= 15 ? not(isAtSchool) : false,
      ),
    ),
    long_illness: anyOf(persons.map(({ hasLongIllness }) => hasLongIllness)),
    medical_insurance: anyOf(
      persons.map(({ insurance }) => (insurance === null ? null : insurance === "uninsured")),
    ),
    housing: unsafe,
    safe_water: not(household.hasSafeWater),
    labour: not(anyOf(persons.map(({ canWork }) => canWork))),
  };
}

/** REGISTER_MEASURES counted over the households of a village in one period; what needs a line is null without one. */
export function registerMeasures(
  all: readonly RegisterHousehold[],
  lineFen: number | null,
): Record<string, number | null> {
  const households = all.filter(({ persons }) => persons.length > 0);
  const deprived = households.map(deprivationsOf);
  const index = accumulate(
    households.map(({ persons }, at) => ({
      persons: persons.length,
      deprived: DEPRIVATIONS.map(({ id }) => deprived[at]![id]),
    })),
    SCHEME,
  );
  const count = (isCounted: (record: RegisterHousehold, at: number) => boolean): number =>
    households.filter(isCounted).length;
  const people = (isCounted: (record: RegisterHousehold, at: number) => boolean): number =>
    households.reduce((sum, record, at) => sum + (isCounted(record, at) ? record.persons.length : 0), 0);
  const insuredAs = (...states: (string | null)[]): number =>
    households.reduce(
      (sum, { persons }) => sum + persons.filter(({ insurance }) => states.includes(insurance)).length,
      0,
    );
  const isTarget = ({ household }: RegisterHousehold): boolean =>
    household.isRegistered || household.monitoring !== null;
  const isScored = ({ household: { isRegistered, exitScore } }: RegisterHousehold): boolean =>
    isRegistered && exitScore !== null;
  return {
    persons: people(() => true),
    ...gapSums(households, lineFen),
    deprivation_scored_persons: index.persons,
    multidimensionally_poor_persons: index.poorPersons,
    ...Object.fromEntries(
      DEPRIVATIONS.map(({ id }, at) => [`poor_persons_deprived_in_${id}`, index.censored[at]!]),
    ),
    net_income_fen: households.reduce(
      (sum, { household: { isRegistered, netIncomeFen } }) => sum + (isRegistered ? (netIncomeFen ?? 0) : 0),
      0,
    ),
    registered_persons: people(
      ({ household: { isRegistered, netIncomeFen } }) => isRegistered && netIncomeFen !== null,
    ),
    rural_households: households.length,
    registered_households: count(({ household }) => household.isRegistered),
    scored_households: count(isScored),
    exit_score_poor_households: count((record) => isScored(record) && record.household.exitScore! < 60),
    exit_score_borderline_households: count(
      (record) => isScored(record) && record.household.exitScore! >= 60 && record.household.exitScore! <= 80,
    ),
    exit_score_centipoints: households
      .filter(isScored)
      .reduce((sum, { household }) => sum + Math.round(household.exitScore! * 100), 0),
    monitored_unstable_households: count(({ household }) => household.monitoring === "unstable_exited"),
    monitored_marginal_households: count(({ household }) => household.monitoring === "marginal"),
    monitored_sudden_households: count(({ household }) => household.monitoring === "sudden_hardship"),
    exited_persons: people(({ household }) => ["exited", "fallen_back"].includes(household.povertyState)),
    fallen_back_persons: people(({ household }) => household.povertyState === "fallen_back"),
    cause_recorded_households: count((record) => isTarget(record) && record.household.mainCause !== null),
    ...Object.fromEntries(
      CAUSES.map(({ id }) => [
        causeMeasure(id),
        count((record) => isTarget(record) && record.household.mainCause === id),
      ]),
    ),
    no_labour_households: count(
      ({ household }, at) => household.isRegistered && deprived[at]!.labour === true,
    ),
    insurable_persons: insuredAs("insured", "uninsured"),
    insured_persons: insuredAs("insured"),
    housing_assessed_households: count((_, at) => deprived[at]!.housing !== null),
    unsafe_housing_households: count((_, at) => deprived[at]!.housing === true),
    water_assessed_households: count((_, at) => deprived[at]!.safe_water !== null),
    unsafe_water_households: count((_, at) => deprived[at]!.safe_water === true),
  };
}

/** The sums of Foster, Greer & Thorbecke over households with an income; all null without a line or an income. */
function gapSums(
  households: readonly RegisterHousehold[],
  lineFen: number | null,
): Record<string, number | null> {
  let isKnown = false;
  let [poor, gap, line, squaredGap, squaredLine] = [0, 0, 0, 0, 0];
  for (const { household, persons } of households) {
    const { netIncomeFen } = household;
    if (netIncomeFen === null || lineFen === null) continue;
    isKnown = true;
    const members = persons.length;
    const lack = Math.max(0, members * lineFen - netIncomeFen);
    if (lack > 0) poor += members;
    gap += lack;
    line += members * lineFen;
    // In (10 yuan)², whole for each household, so that a country's sum stays below 2^53.
    squaredGap += Math.round((lack * lack) / (members * 1e6));
    squaredLine += Math.round((members * lineFen * lineFen) / 1e6);
  }
  const known = (value: number): number | null => (isKnown ? value : null);
  return {
    poor_persons: known(poor),
    income_gap_fen: known(gap),
    income_line_fen: known(line),
    squared_income_gap: known(squaredGap),
    squared_income_line: known(squaredLine),
  };
}
