// The `indices` of a register in a profile: multidimensional indices of your own, and how they become declarations.

import { z } from "zod";
import { totalWeight, type DeprivationIndex, type IndexGroup } from "#domain/register/deprivation_index";
import { ID_PATTERN } from "#domain/id";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { indexIndicators, indexMeasures } from "#domain/register/index_measures";
import { lineIndicators, lineMeasures, type IncomeLine } from "#domain/register/income_line";
import { key, record, text } from "#server/import/profile/key";
import { MOST_DEPRIVATIONS } from "./conditions.ts";
import { BUILT_IN_INDEX } from "#domain/registry/multidimensional";

/** Most letters of an id of a measure or an indicator. */
const MOST_LETTERS = 64;

/** Ids that stand together in the ids of measures, which have at most 64 letters. */
export const shortId = (most: number) =>
  z
    .string()
    .regex(ID_PATTERN, "an id is lower case letters, digits and _, a letter first")
    .max(most, `an id here has at most ${most} letters`);

const weight = z.number().refine((value) => Number.isInteger(value) && value > 0, {
  error: ({ input }) =>
    `is ${String(input)}: a weight is a positive whole number; write 1/6 and 1/18 as 3 and 1`,
});

const deprivation = record({
  id: key(shortId(24), "Id of the deprivation", "schooling"),
  label: key(text.optional(), "Name, as inside a sentence, by language; its id when left out", {
    en: "schooling",
    zh: "受教育",
  }),
  weight: key(weight, "Weight, a positive whole number: 1/6 and 1/18 are 3 and 1", 3),
  decides: key(
    z.enum(["household", "any", "none", "all"]).default("household"),
    "Who decides: the record of the household itself, or its members: deprived if any of them, none of them (nobody has what is asked for) or all of them meet `when`. Where each person is identified, a person's own record decides, and `none` means that it does not meet `when`",
    "any",
  ),
  when: key(
    z.string(),
    "A column with yes and no, or an expression over the columns of the household's or the member's row",
    "years < 6",
  ),
  who: key(
    z.string().optional(),
    "Expression that tells which members are asked; all of them when left out, and a household without any is not deprived",
    "age >= 16",
  ),
});

const group = record({
  id: key(shortId(12), "Id of what people are grouped by", "residence"),
  of: key(z.enum(["household", "person"]).default("household"), "Whose row holds the column", "household"),
  column: key(z.string(), "Column with the group", "class"),
  values: key(
    z
      .array(
        record({
          is: key(z.string(), "What stands in the column", "Rural"),
          id: key(shortId(12), "Id of the group", "rural"),
          label: key(text.optional(), "Name by language; its id when left out", { en: "rural", zh: "农村" }),
        }),
      )
      .min(1),
    "The groups; anybody else is in none",
    [{ is: "Rural", id: "rural" }],
  ),
});

export const registerIndex = record({
  id: key(shortId(12), "Id of the index, with which the ids of its measures and indicators begin", "gmpi"),
  label: key(text, "Name, by language", { en: "global MPI", zh: "全球多维贫困指数" }),
  identify: key(
    z.enum(["household", "person"]).default("household"),
    "Who is poor: a household with all its members, or each person",
    "household",
  ),
  count: key(
    z.enum(["persons", "households"]).default("persons"),
    "What is counted: the members of households, or households",
    "persons",
  ),
  missing: key(
    z.enum(["left_out", "not_deprived"]).default("left_out"),
    "A unit of which a deprivation is not known is in no sum, or is taken as not deprived there",
    "left_out",
  ),
  cutoff: key(
    z.number(),
    "Who scores at least this is poor: a whole number from 1 to the sum of the weights",
    6,
  ),
  deprivations: key(z.array(deprivation).min(1), "The deprivations", [
    { id: "schooling", weight: 3, decides: "none", who: "age >= 16", when: "years >= 6" },
  ]),
  groups: key(
    z.array(group).default([]),
    "Parts of the population of which headcount and index are computed too",
    [{ id: "residence", column: "class", values: [{ is: "Rural", id: "rural" }] }],
  ),
}).superRefine((index, context) => {
  const refuse = (path: PropertyKey[], message: string): void =>
    context.addIssue({ code: "custom", path, message });
  const total = totalWeight(index);
  // A weight that is none is refused by itself.
  const isWhole = index.deprivations.every((row) => Number.isInteger(row.weight) && row.weight > 0);
  if (isWhole && (!Number.isInteger(index.cutoff) || index.cutoff < 1 || index.cutoff > total))
    refuse(
      ["cutoff"],
      `is ${index.cutoff}: it is a whole number from 1 to ${total}, the sum of the weights, because scores are compared as whole numbers`,
    );
  if (index.identify === "person" && index.count === "households")
    refuse(["count"], 'is "households": where each person is identified, persons are counted');
  for (const [at, { id, decides, who }] of index.deprivations.entries()) {
    if (index.deprivations.findIndex((other) => other.id === id) !== at)
      refuse(["deprivations", at, "id"], `"${id}" is there already`);
    if (decides === "household" && who !== undefined)
      refuse(["deprivations", at, "who"], 'only members are asked: write "decides: any", "none" or "all"');
  }
  for (const [at, { id, of }] of index.groups.entries()) {
    if (index.groups.findIndex((other) => other.id === id) !== at)
      refuse(["groups", at, "id"], `"${id}" is there already`);
    if (of === "person" && index.identify === "household")
      refuse(
        ["groups", at, "of"],
        'is "person": a household is poor with all its members; write "identify: person", or a column of the household',
      );
  }
});
export type IndexSpec = z.infer<typeof registerIndex>;

/** What is wrong with the indices of a register together: ids, and how many deprivations there are. */
export function* clashingIndices(
  indices: readonly IndexSpec[],
  lines: readonly IncomeLine[],
): Generator<[PropertyKey[], string]> {
  const ids = new Set([...INDICATORS, ...MEASURES].map(({ id }) => id));
  const deprivations = [BUILT_IN_INDEX, ...indices].reduce(
    (sum, index) => sum + index.deprivations.length,
    0,
  );
  if (deprivations > MOST_DEPRIVATIONS)
    yield [
      ["indices"],
      `${deprivations} deprivations, ${BUILT_IN_INDEX.deprivations.length} built-in ones among them: at most ${MOST_DEPRIVATIONS} are counted`,
    ];
  const declared = indices.map((spec) => declaredIndex(spec, true));
  const made: [PropertyKey[], { readonly id: string }[]][] = [
    ...declared.map((index, at): [PropertyKey[], { readonly id: string }[]] => [
      ["indices", at, "id"],
      [...indexMeasures(index), ...indexIndicators(index)],
    ]),
    ...lines.map((line, at): [PropertyKey[], { readonly id: string }[]] => [
      ["further_lines", at, "id"],
      [...lineMeasures(line), ...lineIndicators(line)],
    ]),
  ];
  for (const [path, rows] of made) {
    const own = new Set(rows.map(({ id }) => id));
    const [long] = [...own].filter((id) => id.length > MOST_LETTERS);
    if (long) yield [path, `makes the id "${long}", of more than ${MOST_LETTERS} letters`];
    const [taken] = [...own].filter((id) => ids.has(id));
    if (taken) yield [path, `makes the id "${taken}", which is there already`];
    for (const id of own) ids.add(id);
  }
}

/** An index of a profile as it is counted. */
export function declaredIndex(spec: IndexSpec, hasErrors: boolean): DeprivationIndex {
  return {
    id: spec.id,
    label: spec.label,
    identify: spec.identify,
    count: spec.count,
    missing: spec.missing,
    cutoff: spec.cutoff,
    deprivations: spec.deprivations.map(({ label, ...row }) => ({ ...row, label: label ?? { en: row.id } })),
    groups: spec.groups.flatMap(({ id: of, values }) =>
      values.map(({ id, label }): IndexGroup => ({
        of: `${spec.id}.${of}`,
        id: `${of}_${id}`,
        label: label ?? { en: id },
      })),
    ),
    hasErrors,
  };
}
