// The `lines` of a register in a profile: amounts that somebody set, or shares of the median income, and which are counted beside the first.

import { z } from "zod";
import type { IncomeLine } from "#domain/register/income_line";
import type { RegisterInput } from "#domain/register/rows";
import { key, onePeriod, record, text } from "#server/import/profile/key";
import { shortId } from "./index_profile.ts";

export const povertyLines = key(
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
          z.number().positive().optional(),
          "Line for a person and year, in the currency of the profile",
          4000,
        ),
        share_of_median: key(
          z.number().positive().max(1).optional(),
          "In place of `yuan`: the line is this share of the median income of the people of the area in the period, by equivalent size and sampling weight; 0.6 is who is at risk of poverty",
          0.6,
        ),
        source: key(z.string().default(""), "Who set it, in words", "national"),
      }),
    )
    .default([]),
  "Poverty lines",
  [{ area: "990000000000", period: "2020", yuan: 4000 }],
);

export const furtherLineSpecs = key(
  z
    .array(
      record({
        id: key(shortId(12), "Id of the line, with which its measures and indicators begin", "extreme"),
        label: key(text, "Name, by language", { en: "extreme line", zh: "极端贫困线" }),
        concept: key(z.string(), "Concept of the `lines` that it takes", "extreme"),
      }),
    )
    .default([]),
  "Lines that incomes are compared with beside the first: headcount ratio and gap index below each",
  [{ id: "extreme", label: "extreme line", concept: "extreme" }],
);

/** Further lines of a concept for which the register states none. */
function* linesWithoutRows(
  further: readonly { readonly concept: string }[],
  lines: readonly { readonly concept: string }[],
): Generator<[PropertyKey[], string]> {
  const concepts = [...new Set(lines.map(({ concept }) => concept))];
  for (const [at, { concept }] of further.entries())
    if (!concepts.includes(concept))
      yield [
        ["further_lines", at, "concept"],
        `is "${concept}", of which there is no line: known are ${concepts.join(", ") || "none"}; add one to "lines"`,
      ];
}

interface LineSpec {
  readonly concept: string;
  readonly yuan?: number | undefined;
  readonly share_of_median?: number | undefined;
}

/** Concepts whose lines are shares of the median. */
const medianConcepts = (lines: readonly LineSpec[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ concept, share_of_median }) => (share_of_median === undefined ? [] : [concept])));

/** Lines that say their amount twice or not at all, and concepts of which some lines are amounts and some shares. */
function* unclearAmounts(lines: readonly LineSpec[]): Generator<[PropertyKey[], string]> {
  const estimated = medianConcepts(lines);
  for (const [at, { concept, yuan, share_of_median }] of lines.entries()) {
    const hasOne = (yuan === undefined) !== (share_of_median === undefined);
    if (!hasOne) yield [["lines", at], 'a line has either "yuan" or "share_of_median"'];
    else if (yuan !== undefined && estimated.has(concept))
      yield [
        ["lines", at, "yuan"],
        `"${concept}" has lines that are shares of the median: give lines in yuan another "concept"`,
      ];
  }
}

/** What is wrong with lines that are each written as they should be, and where. */
export function* unclearLines(
  further: z.infer<typeof furtherLineSpecs>,
  lines: readonly LineSpec[],
): Generator<[PropertyKey[], string]> {
  yield* linesWithoutRows(further, lines);
  yield* unclearAmounts(lines);
}

/** What a register says about its lines. */
interface LinesOfSpec {
  readonly lines: z.infer<typeof povertyLines>;
  readonly further_lines: z.infer<typeof furtherLineSpecs>;
  readonly income_concept: string;
  readonly households: { readonly sampling?: object | undefined };
}

/** Further lines as they are counted, with errors where a concept has some. */
export const declaredLines = (
  further: z.infer<typeof furtherLineSpecs>,
  hasErrors: (concept: string) => boolean,
): IncomeLine[] => further.map((line) => ({ ...line, hasErrors: hasErrors(line.concept) }));

/** The further lines of a register as they are counted; one that is estimated from the same records has no standard errors. */
export function furtherLines({ further_lines, households, lines }: LinesOfSpec): IncomeLine[] {
  const estimated = medianConcepts(lines);
  return declaredLines(
    further_lines,
    (concept) => households.sampling !== undefined && !estimated.has(concept),
  );
}

/** The lines of a register: those that are stated, and those that are made from its own incomes. */
export function linesOf({
  lines,
  income_concept,
}: LinesOfSpec): Pick<RegisterInput, "lines" | "medianLines" | "isLineEstimated"> {
  const place = ({ area, period, concept, source }: z.infer<typeof povertyLines>[number]) => ({
    areaCode: area,
    period,
    concept,
    source,
  });
  return {
    lines: lines.flatMap((line) =>
      line.yuan === undefined ? [] : [{ ...place(line), lineFen: Math.round(line.yuan * 100) }],
    ),
    medianLines: lines.flatMap((line) =>
      line.share_of_median === undefined ? [] : [{ ...place(line), share: line.share_of_median }],
    ),
    ...(medianConcepts(lines).has(income_concept) ? { isLineEstimated: true as const } : {}),
  };
}
