import { describe, expect, it, test } from "vitest";
import type { HouseholdRow, PersonRow } from "#domain/register/rows";
import { deprivationsOf, registerMeasures, type RegisterHousehold } from "./register_measures.ts";

const PLACE = { row: 1, villageCode: "V", period: "2020", key: "K" };
const WELL: PersonRow = {
  ...PLACE,
  number: 1,
  name: null,
  idNumber: null,
  age: 40,
  schoolingYears: 9,
  isAtSchool: null,
  hasLongIllness: false,
  insurance: "insured",
  canWork: true,
};
const HOUSE: HouseholdRow = {
  ...PLACE,
  headName: null,
  isRegistered: true,
  povertyState: "ordinary",
  monitoring: null,
  mainCause: null,
  otherCauses: [],
  exitScore: null,
  netIncomeFen: null,
  incomeConcept: "rural_disposable_income",
  dwelling: "A",
  hasSafeWater: true,
};
const household = (
  members: readonly Partial<PersonRow>[],
  house: Partial<HouseholdRow> = {},
): RegisterHousehold => ({
  household: { ...HOUSE, ...house },
  persons: members.map((member, at) => ({ ...WELL, number: at + 1, ...member })),
});

describe("a household is deprived", () => {
  test("in nothing when all is well", () => {
    expect(Object.values(deprivationsOf(household([{}])))).toEqual(Array(7).fill(false));
  });

  it.each([
    ["when no adult has six years", [{ schoolingYears: 5 }], true],
    ["not when one of them has", [{ schoolingYears: 5 }, { schoolingYears: 6 }], false],
    ["not known when one of them may have", [{ schoolingYears: 5 }, { schoolingYears: null }], null],
    ["not when one surely has, whatever the other", [{ schoolingYears: 6 }, { schoolingYears: null }], false],
    ["not when nobody is 16", [{ age: 15, schoolingYears: 1, isAtSchool: true }], false],
    ["not known when nobody's age is", [{ age: null }], null],
  ])("in schooling %s", (_, members, expected) => {
    expect(deprivationsOf(household(members)).years_of_schooling).toBe(expected);
  });

  it.each([
    ["when one child of 6 to 15 is not there", [{ age: 6, isAtSchool: false }], true],
    ["not for a younger or an older one", [{ age: 5 }, { age: 16 }], false],
    ["not known when it is not recorded of a child", [{}, { age: 15, isAtSchool: null }], null],
    ["also when it is not recorded of another child", [{ age: 15 }, { age: 9, isAtSchool: false }], true],
  ])("in school attendance %s", (_, members, expected) => {
    expect(deprivationsOf(household(members)).school_attendance).toBe(expected);
  });

  it.each([
    ["illness", { hasLongIllness: true }, "long_illness", true],
    ["illness not recorded", { hasLongIllness: null }, "long_illness", null],
    ["insurance", { insurance: "uninsured" }, "medical_insurance", true],
    ["insurance, unless exempt", { insurance: "exempt" }, "medical_insurance", false],
    ["insurance not recorded", { insurance: null }, "medical_insurance", null],
    ["labour", { canWork: false }, "labour", true],
    ["labour not recorded", { canWork: null }, "labour", null],
  ] as const)("in %s", (_, member, id, expected) => {
    expect(deprivationsOf(household([member]))[id]).toBe(expected);
  });

  it.each([
    ["B", false],
    ["C", true],
    ["none", true],
    [null, null],
  ] as const)("in housing of class %s: %s", (dwelling, expected) => {
    expect(deprivationsOf(household([{}], { dwelling })).housing).toBe(expected);
  });
});

describe("the counts of a village", () => {
  // Two people with 3,000 yuan each below a line of 4,000, deprived in all but what does not apply; one person above it.
  const poor = household(
    [
      { age: 70, schoolingYears: 3, hasLongIllness: true, canWork: false },
      { age: 9, schoolingYears: 2, isAtSchool: false, insurance: "uninsured", canWork: false },
    ],
    {
      povertyState: "poor",
      mainCause: "illness",
      netIncomeFen: 600_000,
      dwelling: "C",
      hasSafeWater: false,
    },
  );
  const safe = household([{}], { isRegistered: false, monitoring: "marginal", netIncomeFen: 2_400_000 });

  it("are worked by hand", () => {
    expect(registerMeasures([poor, safe], 400_000)).toMatchObject({
      persons: 3,
      rural_households: 2,
      poor_persons: 2,
      income_gap_fen: 200_000,
      income_line_fen: 1_200_000,
      squared_income_gap: 20_000,
      squared_income_line: 480_000,
      deprivation_scored_persons: 3,
      multidimensionally_poor_persons: 2,
      poor_persons_deprived_in_labour: 2,
      net_income_fen: 600_000,
      registered_persons: 2,
      monitored_marginal_households: 1,
      cause_recorded_households: 1,
      cause_illness_households: 1,
      cause_disability_households: 0,
      no_labour_households: 1,
      insurable_persons: 3,
      insured_persons: 2,
      unsafe_housing_households: 1,
      unsafe_water_households: 1,
    });
  });

  it("leave out of the gaps who has no income or no line, and out of the index who is not known", () => {
    const silent = household([{ hasLongIllness: null }]);
    expect(registerMeasures([silent], 400_000)).toMatchObject({
      persons: 1,
      poor_persons: null,
      income_gap_fen: null,
      deprivation_scored_persons: 0,
    });
    expect(registerMeasures([poor, silent], 400_000)).toMatchObject({
      persons: 3,
      income_line_fen: 800_000,
      deprivation_scored_persons: 2,
    });
    expect(registerMeasures([poor], null)["squared_income_gap"]).toBeNull();
  });

  it("hold a household without people to be none", () => {
    expect(registerMeasures([household([])], 400_000)).toMatchObject({ rural_households: 0, persons: 0 });
  });

  it("part exit scores at 60 and at 80, both of which are borderline", () => {
    const scored = [59.99, 60, 80, 80.01].map((exitScore) => household([{}], { exitScore }));
    expect(registerMeasures(scored, null)).toMatchObject({
      scored_households: 4,
      exit_score_poor_households: 1,
      exit_score_borderline_households: 2,
      exit_score_centipoints: 5999 + 6000 + 8000 + 8001,
    });
  });
});
