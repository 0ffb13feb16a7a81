// The households of a cell in a year, and their members: who is vulnerable stays so, and changes come slowly.

import type { DeprivationId } from "#domain/registry/multidimensional";
import type { RegisterHousehold } from "#domain/method/register_measures";
import { CAUSES } from "#domain/register/codes";
import type { HouseholdRow, PersonRow } from "#domain/register/rows";
import type { Land } from "#seeds/demo/land";
import { LINES } from "#seeds/demo/lines";
import { progress, YEARS } from "#seeds/demo/periods";
import { bell, logistic, mix, portion, uniform } from "#seeds/demo/random";
import { AUSPICIOUS } from "#seeds/demo/syllables";
import { causes, ELSEWHERE, vulnerability } from "#seeds/demo/vulnerability";

/** 30 to 50 households in a village. */
const FEWEST = 30;
const SPREAD = 21;
/** Share of what is asked that is not known. */
const UNKNOWN = 0.004;
export const INCOME_CONCEPT = "rural_disposable_income";

/** The households of `cell` in `year` as records of the village `code`; rows are numbered from `row`. */
export function householdsIn(
  land: Land,
  cell: number,
  year: number,
  code: string,
  formerCode: string,
): RegisterHousehold[] {
  const salt = mix(mix(land.seed, 120), cell);
  const count = FEWEST + Math.floor(SPREAD * uniform(salt, 0));
  const place = {
    shares: YEARS.map((at) => logistic(vulnerability(land, cell, at))),
    causes: causes(land, cell),
  };
  return Array.from({ length: count }, (_, number) =>
    household(
      mix(salt, number + 1),
      year,
      code,
      `${formerCode}-${String(number + 1).padStart(3, "0")}`,
      place,
    ),
  );
}

interface Place {
  /** Share of the poor by year. */
  readonly shares: readonly number[];
  readonly causes: Readonly<Record<DeprivationId, number>>;
}

function household(
  salt: number,
  year: number,
  villageCode: string,
  key: string,
  { shares, causes }: Place,
): RegisterHousehold {
  const at = year - YEARS[0];
  // The lower the standing, the longer a household is poor; it is so in any year with a greater share.
  const standing = uniform(salt, 0);
  const isPoor = standing < shares[at]!;
  const firstPoor = shares.findIndex((share) => standing < share);
  const wasPoor = firstPoor >= 0 && firstPoor < at;
  const wasOut = wasPoor && shares.slice(firstPoor, at).some((share) => standing >= share);
  const isRegistered = firstPoor >= 0 && firstPoor <= at && uniform(salt, 1) < 0.93;
  const isVulnerable = standing < Math.min(0.9, 1.6 * shares[at]!);
  const isDeprived = (id: DeprivationId, draw: number): boolean =>
    uniform(salt, draw) < (isVulnerable ? logistic(causes[id] - 0.1) : ELSEWHERE);
  const isKnown = (draw: number): boolean => uniform(salt, draw, year) >= UNKNOWN;

  const persons = members(salt, year, { villageCode, period: String(year), key }, isDeprived, isKnown);
  const line = LINES.get(year)!;
  const perPerson = isPoor
    ? line * (1 - 0.08 - (0.5 - 0.15 * progress(year)) * uniform(salt, 30) ** 1.5)
    : line *
      (1.02 + 1.4 * (standing - shares[at]!) + (0.25 + 0.5 * progress(year)) * uniform(salt, 31)) *
      Math.exp(Math.max(0, 0.5 * bell(salt, 32)));
  const income = Math.round((perPerson * persons.length) / 10) * 10;
  const isNear = !isPoor && perPerson < 1.5 * line;
  const monitoring = monitoringOf(salt, year, isRegistered, isPoor, isNear);
  const isTarget = isRegistered || monitoring !== null;
  const [mainCause, ...others] = causesOf(salt, isDeprived);
  const score = 45 + 45 * progress(year) + 30 * (standing - 0.25) - (isPoor ? 18 : 0) + 6 * bell(salt, 36);
  return {
    household: {
      row: 0,
      villageCode,
      period: String(year),
      key,
      headName: persons[0]!.name,
      isRegistered,
      povertyState: !isRegistered ? "ordinary" : isPoor ? (wasOut ? "fallen_back" : "poor") : "exited",
      monitoring,
      mainCause: isTarget && uniform(salt, 37) < 0.96 ? mainCause! : null,
      otherCauses: isTarget ? others.slice(0, 2) : [],
      exitScore:
        isRegistered && uniform(salt, 38) < 0.97 ? Math.min(100, Math.max(5, Math.round(score))) : null,
      netIncomeFen: isKnown(39) ? income * 100 : null,
      incomeConcept: INCOME_CONCEPT,
      dwelling: isKnown(40) ? dwelling(salt, isDeprived("housing", 14)) : null,
      hasSafeWater: isKnown(41) ? !isDeprived("safe_water", 15) : null,
    },
    persons,
  };
}

function monitoringOf(
  salt: number,
  year: number,
  isRegistered: boolean,
  isPoor: boolean,
  isNear: boolean,
): HouseholdRow["monitoring"] {
  if (!isRegistered && uniform(salt, 33, year) < 0.012) return "sudden_hardship";
  if (isRegistered) return isNear && uniform(salt, 34, year >> 1) < 0.35 ? "unstable_exited" : null;
  return (isNear || isPoor) && uniform(salt, 35) < 0.3 ? "marginal" : null;
}

function dwelling(salt: number, isUnsafe: boolean): HouseholdRow["dwelling"] {
  const draw = uniform(salt, 42);
  if (isUnsafe) return draw < 0.7 ? "C" : draw < 0.97 ? "D" : "none";
  return draw < 0.6 ? "A" : "B";
}

/** Causes that fit what a household lacks, the main one first. */
function causesOf(
  salt: number,
  isDeprived: (id: DeprivationId, draw: number) => boolean,
): (typeof CAUSES)[number]["id"][] {
  const found: (typeof CAUSES)[number]["id"][] = [];
  if (isDeprived("long_illness", 12)) found.push(uniform(salt, 43) < 0.75 ? "illness" : "disability");
  if (isDeprived("labour", 16)) found.push("labour");
  if (isDeprived("school_attendance", 11) || uniform(salt, 44) < 0.1) found.push("schooling");
  if (isDeprived("years_of_schooling", 10)) found.push("skill");
  if (isDeprived("safe_water", 15)) found.push("water");
  found.push(CAUSES[Math.floor(uniform(salt, 45) * CAUSES.length)]!.id);
  // Not always in the same order, and none twice.
  const turned = uniform(salt, 46) < 0.6 ? found : [...found.slice(1), found[0]!];
  return [...new Set(turned)];
}

/** Invented names of one who stands for an example (例), and numbers of a region that does not exist (000000). */
const nameOf = (salt: number): string =>
  `例${AUSPICIOUS[Math.floor(uniform(salt, 0) * AUSPICIOUS.length)]!.zh}${AUSPICIOUS[Math.floor(uniform(salt, 1) * AUSPICIOUS.length)]!.zh}`;

function members(
  salt: number,
  year: number,
  identity: Pick<PersonRow, "villageCode" | "period" | "key">,
  isDeprived: (id: DeprivationId, draw: number) => boolean,
  isKnown: (draw: number) => boolean,
): PersonRow[] {
  const size = 1 + portion(6, 0.43 + 0.16 * bell(salt, 2), uniform(salt, 3));
  const ill = isDeprived("long_illness", 12) ? Math.floor(uniform(salt, 50) * size) : -1;
  const uninsured = isDeprived("medical_insurance", 13) ? Math.floor(uniform(salt, 51) * size) : -1;
  const isUnschooled = isDeprived("years_of_schooling", 10);
  const isOut = isDeprived("school_attendance", 11);
  const cannotWork = isDeprived("labour", 16);
  return Array.from({ length: size }, (_, number): PersonRow => {
    const own = mix(salt, 60 + number);
    const born =
      YEARS[0] - (number < 2 ? 28 + Math.floor(38 * uniform(own, 2)) : Math.floor(26 * uniform(own, 2)));
    const age = Math.max(0, year - born);
    const schooled = isUnschooled
      ? Math.floor(6 * uniform(own, 3))
      : 6 + Math.floor(7 * uniform(own, 3) ** 2);
    const isAdult = age >= 16;
    return {
      row: 0,
      ...identity,
      number: number + 1,
      name: nameOf(own),
      idNumber: `000000${born}${String(mix(own, 4) % 10_000).padStart(4, "0")}${String(mix(own, 5) % 10_000).padStart(4, "0")}`,
      age,
      schoolingYears: isKnown(70 + number) ? Math.min(schooled, Math.max(0, age - 6)) : null,
      isAtSchool: age >= 6 && !isAdult ? !(isOut && uniform(own, 6) < 0.8) : null,
      hasLongIllness: isKnown(80 + number) ? number === ill : null,
      insurance:
        number === uninsured
          ? "uninsured"
          : uniform(own, 7) < 0.01
            ? "exempt"
            : isKnown(90 + number)
              ? "insured"
              : null,
      canWork: isKnown(100 + number) ? !cannotWork && isAdult && age < 70 && number !== ill : null,
    };
  });
}
