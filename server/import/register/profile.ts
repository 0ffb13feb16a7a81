// The `register` section of a profile: where household and person records are, and which column is which field.

import { z } from "zod";
import type { DeprivationIndex } from "#domain/register/deprivation_index";
import { clashingIndices, declaredIndex, registerIndex } from "./index_profile.ts";
import { declaredLines, furtherLineSpecs, povertyLines, unclearLines } from "./lines_profile.ts";
import { file, isoDate, key, onePeriod, record, text } from "#server/import/profile/key";

/** Columns by which the household of a row is known. */
const identity = {
  village: key(z.string(), "Column with the code of the village", "village_code"),
  household: key(z.string(), "Column with the key of the household, within village and period", "key"),
  pad: key(
    z.int().positive().optional(),
    "Digits of a village's code, whose zeros at the front a spreadsheet took",
    12,
  ),
};

/** A column that may be left out, with what it holds. */
const column = (holds: string, example: string) =>
  key(z.string().optional(), `Column with ${holds}`, example);

const HOUSEHOLD_FIELDS = {
  head_name: column("the name of its head; personal", "户主姓名"),
  registered: column("whether the household is registered (yes or no); must be there", "建档立卡"),
  poverty_state: column("one of `ordinary`, `poor`, `exited`, `fallen_back`", "脱贫状态"),
  monitoring: column("one of `unstable_exited`, `marginal`, `sudden_hardship`, or nothing", "监测类别"),
  main_cause: column("the main cause of poverty", "主要致贫原因"),
  other_causes: column("further causes, between commas, semicolons or 、", "其他致贫原因"),
  exit_score: column("the exit score, 0–100", "评分"),
  net_income_yuan: column("the net income of the whole household in a year", "家庭纯收入"),
  dwelling: column("the safety class of the dwelling: A, B, C, D, none", "住房鉴定等级"),
  safe_water: column("whether it has safe water (yes or no)", "饮水安全"),
};

const PERSON_FIELDS = {
  number: column("the number of a person within the household (1, 2, …); must be there", "序号"),
  name: column("the name; personal", "姓名"),
  id_number: column("the number of the identity card; personal", "证件号码"),
  age: column("years at the end of the period", "年龄"),
  schooling_years: column("completed years of schooling", "受教育年限"),
  at_school: column("whether the person attends school; asked of ages 6 to 15", "在校"),
  long_illness: column(
    "whether the person has a chronic or serious illness, or a severe disability",
    "长期患病",
  ),
  insurance: column("one of `insured`, `uninsured`, `exempt`", "医保"),
  can_work: column("whether the person is able to work", "劳动能力"),
};

/** How households were drawn, where they are a sample. */
const sampling = record({
  weight: key(
    z.string().optional(),
    "Column with the sampling weight: how many households one stands for; all sums are weighted",
    "hh_weight",
  ),
  stratum: key(z.string().optional(), "Column with the stratum; one for all when left out", "region"),
  cluster: key(
    z.string().optional(),
    "Column with the primary sampling unit; each household is one when left out",
    "psu",
  ),
});

/** By what the income of a household is divided for each of its members. */
const equivalence = z.union([
  z.enum(["per_person", "square_root", "oecd_modified"]),
  record({ column: key(z.string(), "Column with the equivalent size", "eq_size") }),
]);

export const registerSchema = z
  .strictObject({
    period: key(
      z.union([onePeriod, z.strictObject({ column: key(z.string(), "Column with the period", "year") })], {
        error: 'is neither a period in quotes, such as "2020", nor { column: COLUMN }',
      }),
      "Period of all records, in quotes, or the column with it",
      { column: "year" },
    ),
    income_concept: key(
      z.string().default("rural_disposable_income"),
      "What the incomes are; chooses the poverty line",
      "rural_disposable_income",
    ),
    households: key(
      z.strictObject({
        ...file,
        ...identity,
        columns: key(record(HOUSEHOLD_FIELDS), "By field, the column with it", { registered: "建档立卡" }),
        sampling: key(
          sampling.optional(),
          "How households were drawn, where they are a sample; standard errors of indices are computed from it",
          { weight: "hh_weight", stratum: "region", cluster: "psu" },
        ),
        equivalence: key(
          equivalence.default("per_person"),
          "By what the income of a household is divided for each member: the number of members, its square root, 1 + 0.5 for each further member from 14 on + 0.3 for each child (oecd_modified), or a column",
          "oecd_modified",
        ),
      }),
      "One row for each household and period",
      { file: "households.csv", village: "村码", household: "户号", columns: { registered: "建档立卡" } },
    ),
    persons: key(
      z.strictObject({
        ...file,
        ...identity,
        columns: key(record(PERSON_FIELDS), "By field, the column with it", { number: "序号" }),
      }),
      "One row for each member of a household",
      { file: "persons.csv", village: "村码", household: "户号", columns: { number: "序号" } },
    ),
    lines: povertyLines,
    department: key(text.default({ en: "Rural Revitalisation", zh: "乡村振兴" }), "Who keeps the register", {
      en: "Civil Affairs",
    }),
    reporting_date: key(isoDate.optional(), "Day it was reported", "2021-03-31"),
    priority: key(z.int().default(0), "Of sources that state the same, the one of the highest is used", 1),
    further_lines: furtherLineSpecs,
    indices: key(
      z.array(registerIndex).default([]),
      "Multidimensional indices of your own; the built-in one is counted beside them",
      [{ id: "gmpi", label: "global MPI", cutoff: 6, deprivations: "…" }],
    ),
  })
  .superRefine(({ households, persons, indices, lines, further_lines }, context) => {
    const need = (section: "households" | "persons", field: string, holding: string): void =>
      context.addIssue({
        code: "custom",
        path: [section, "columns"],
        message: `"${field}" is missing: add "${field}: COLUMN", the column that holds ${holding}`,
      });
    // A survey for an index of its own knows nobody who is registered.
    if (households.columns.registered === undefined && indices.length === 0)
      need("households", "registered", "whether a household is registered (yes or no)");
    if (persons.columns.number === undefined)
      need("persons", "number", "the number of a person within the household (1, 2, …)");
    for (const [path, message] of [
      ...clashingIndices(
        indices,
        declaredLines(further_lines, () => true),
      ),
      ...unclearLines(further_lines, lines),
    ])
      context.addIssue({ code: "custom", path, message });
  });
export type RegisterSpec = z.infer<typeof registerSchema>;

/** The indices of a register as they are counted. */
export const declaredIndices = ({ indices, households }: RegisterSpec): DeprivationIndex[] =>
  indices.map((index) => declaredIndex(index, households.sampling !== undefined));
