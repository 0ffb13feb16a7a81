// The `register` section of a profile: where household and person records are, and which column is which field.

import { z } from "zod";
import { file, isoDate, key, onePeriod, record, text } from "#server/import/profile/key";

const source = { file: file.file, entry: file.entry, layer: file.layer, encoding: file.encoding };

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

/** Columns by field, of which `needed` must be named; `holding` describes what it holds. */
const columns = <Fields extends z.ZodRawShape>(fields: Fields, needed: string, holding: string) =>
  record(fields).superRefine((given, context) => {
    if ((given as Record<string, unknown>)[needed] === undefined)
      context.addIssue({
        code: "custom",
        message: `"${needed}" is missing: add "${needed}: COLUMN", the column that holds ${holding}`,
      });
  });

export const registerSchema = z.strictObject({
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
      ...source,
      ...identity,
      columns: key(
        columns(HOUSEHOLD_FIELDS, "registered", "whether a household is registered (yes or no)"),
        "By field, the column with it",
        { registered: "建档立卡" },
      ),
    }),
    "One row for each household and period",
    { file: "households.csv", village: "村码", household: "户号", columns: { registered: "建档立卡" } },
  ),
  persons: key(
    z.strictObject({
      ...source,
      ...identity,
      columns: key(
        columns(PERSON_FIELDS, "number", "the number of a person within the household (1, 2, …)"),
        "By field, the column with it",
        { number: "序号" },
      ),
    }),
    "One row for each member of a household",
    { file: "persons.csv", village: "村码", household: "户号", columns: { number: "序号" } },
  ),
  lines: key(
    z
      .array(
        z.strictObject({
          area: key(
            z.string(),
            "Code of an area of any level; the nearest area above a village decides",
            "990000000000",
          ),
          period: key(onePeriod, "Period it holds for", "2020"),
          concept: key(
            z.string().default("rural_disposable_income"),
            "Concept of income that is compared with it",
            "rural_disposable_income",
          ),
          yuan: key(
            z.number().positive(),
            "Line for a person and year, in the currency of the profile",
            4000,
          ),
          source: key(z.string().default(""), "Who set it, in words", "national"),
        }),
      )
      .default([]),
    "Poverty lines",
    [{ area: "990000000000", period: "2020", yuan: 4000 }],
  ),
  department: key(text.default({ en: "Rural Revitalisation", zh: "乡村振兴" }), "Who keeps the register", {
    en: "Civil Affairs",
  }),
  reporting_date: key(isoDate.optional(), "Day it was reported", "2021-03-31"),
  priority: key(z.int().default(0), "Of sources that state the same, the one of the highest is used", 1),
});
export type RegisterSpec = z.infer<typeof registerSchema>;
