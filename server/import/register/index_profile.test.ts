import { describe, expect, it } from "vitest";
import {
  countedParts,
  indexErrorParts,
  indexIndicators,
  indexMeasures,
} from "#domain/register/index_measures";
import { measuresOf, samplingMeasuresOf } from "#domain/indicator";
import { BUILT_IN_INDEX, MULTIDIMENSIONAL_MEASURES } from "#domain/registry/multidimensional";
import { withoutContentOfFault } from "#server/import/findings/private_findings";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { Source } from "#server/import/readers/source";
import { declaredIndex } from "./index_profile.ts";
import { indexReader } from "./index_reader.ts";
import { furtherLines, linesOf } from "./lines_profile.ts";
import { registerSchema } from "./profile.ts";

const DEPRIVATION = { id: "water", weight: 1, when: "water" };
const INDEX = {
  id: "own",
  label: "own index",
  cutoff: 2,
  deprivations: [DEPRIVATION, { id: "school", weight: 3, decides: "any", who: "age < 16", when: "!school" }],
};
const REGISTER = {
  period: "2020",
  households: { file: "h.csv", village: "v", household: "k", columns: {} },
  persons: { file: "p.csv", village: "v", household: "k", columns: { number: "n" } },
};
const messages = (change: object, other: object[] = []): string[] => {
  const parsed = registerSchema.safeParse({ ...REGISTER, indices: [{ ...INDEX, ...change }, ...other] });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

describe("poverty lines in a profile", () => {
  const lineMessages = (...lines: object[]): string[] => {
    const parsed = registerSchema.safeParse({
      ...REGISTER,
      indices: [INDEX],
      lines: lines.map((line) => ({ area: "A", period: "2020", ...line })),
      further_lines: [{ id: "low", label: "low", concept: "low" }],
    });
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  };

  it("are an amount or a share of the median, the same for all of a concept", () => {
    expect(lineMessages({ yuan: 4000 }, { concept: "low", share_of_median: 0.6 })).toEqual([]);
    expect(lineMessages({ concept: "low", yuan: 1, share_of_median: 0.6 })[0]).toMatch(
      /^lines\.0 a line has either "yuan" or "share_of_median"/,
    );
    expect(lineMessages({ concept: "low" })[0]).toMatch(/^lines\.0 a line has either/);
    expect(lineMessages({ concept: "low", share_of_median: 0.6 }, { concept: "low", yuan: 9 })[0]).toMatch(
      /^lines\.1\.yuan "low" has lines that are shares of the median/,
    );
    expect(lineMessages({ concept: "low", share_of_median: 60 })).toHaveLength(1);
    expect(lineMessages({ yuan: 4000 })[0]).toMatch(
      /^further_lines\.0\.concept is "low", of which there is no line/,
    );
  });

  it("have standard errors where they are given, and none where they are estimated from the same sample", () => {
    const spec = registerSchema.parse({
      ...REGISTER,
      households: { ...REGISTER.households, sampling: { weight: "w" } },
      indices: [INDEX],
      lines: [
        { area: "A", period: "2020", share_of_median: 0.6 },
        { area: "A", period: "2020", yuan: 2000, concept: "low" },
        { area: "A", period: "2020", share_of_median: 0.5, concept: "half" },
      ],
      further_lines: [
        { id: "low", label: "low", concept: "low" },
        { id: "half", label: "half", concept: "half" },
      ],
    });
    expect(furtherLines(spec).map(({ id, hasErrors }) => [id, hasErrors])).toEqual([
      ["low", true],
      ["half", false],
    ]);
    expect(linesOf(spec)).toMatchObject({
      lines: [{ lineFen: 200_000 }],
      medianLines: [{ share: 0.6 }, { share: 0.5, concept: "half" }],
      isLineEstimated: true,
    });
  });
});

describe("an index in a profile", () => {
  it("needs no registered households", () => {
    expect(messages({})).toEqual([]);
    expect(registerSchema.safeParse({ ...REGISTER, indices: [] }).success).toBe(false);
  });

  it.each([
    [{ cutoff: 5 }, /^indices\.0\.cutoff is 5: it is a whole number from 1 to 4, the sum of the weights/],
    [{ cutoff: 1.5 }, /^indices\.0\.cutoff is 1\.5: /],
    [
      { deprivations: [{ ...DEPRIVATION, weight: 0.333 }] },
      /^indices\.0\.deprivations\.0\.weight is 0\.333: a weight is a positive whole number; write 1\/6/,
    ],
    [
      { deprivations: [DEPRIVATION, { ...DEPRIVATION, weight: 2 }] },
      /^indices\.0\.deprivations\.1\.id "water" is there already/,
    ],
    [
      { deprivations: [{ ...DEPRIVATION, weight: 2, who: "age < 5" }] },
      /^indices\.0\.deprivations\.0\.who only members are asked/,
    ],
    [{ identify: "person", count: "households" }, /^indices\.0\.count is "households": where each person/],
    [
      { groups: [{ id: "sex", of: "person", column: "sex", values: [{ is: "F", id: "women" }] }] },
      /^indices\.0\.groups\.0\.of is "person": a household is poor with all its members/,
    ],
    [{ id: "mpi" }, /^indices\.0\.id makes the id "mpi", which is there already/],
    [{ cuttof: 2 }, /^indices\.0 unknown key "cuttof": known are id, label, identify/],
  ])("refuses %j with key, value and rule", (change, message) => {
    expect(messages(change)).toEqual([expect.stringMatching(message)]);
  });

  it("refuses two of one id, and more deprivations than there are bits", () => {
    expect(messages({}, [INDEX])[0]).toMatch(
      /^indices\.1\.id makes the id "own_all", which is there already/,
    );
    const many = Array.from({ length: 46 }, (_, at) => ({ id: `d${at}`, weight: 1, when: "x" }));
    expect(messages({ deprivations: many })).toEqual([
      "indices 53 deprivations, 7 built-in ones among them: at most 52 are counted",
    ]);
  });
});

it("a further line has rows of its concept", () => {
  const further = { further_lines: [{ id: "extreme", label: "extreme", concept: "xtreme" }] };
  const parsed = registerSchema.safeParse({ ...REGISTER, indices: [INDEX], ...further });
  expect(parsed.error!.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    'further_lines.0.concept is "xtreme", of which there is no line: known are none; add one to "lines"',
  ]);
});

describe("the figures of an index", () => {
  const declared = declaredIndex(
    registerSchema.parse({
      ...REGISTER,
      indices: [{ ...INDEX, groups: [{ id: "place", column: "p", values: [{ is: "R", id: "rural" }] }] }],
    }).indices[0]!,
    true,
  );

  it("are made of measures that are counted", () => {
    const measures = new Set(indexMeasures(declared).map(({ id }) => id));
    const counted = [...countedParts(declared), ...indexErrorParts(declared)].map(({ measure }) => measure);
    expect(counted.toSorted()).toEqual([...measures].toSorted());
    for (const indicator of indexIndicators(declared))
      expect([...measures], indicator.id).toEqual(
        expect.arrayContaining([...measuresOf(indicator), ...samplingMeasuresOf(indicator)]),
      );
    expect(indexIndicators(declared).map(({ id }) => id)).toContain("own_place_rural_in_school");
  });

  it("are counted under their old names for the built-in index", () => {
    expect(countedParts(BUILT_IN_INDEX).map(({ measure }) => measure)).toEqual(
      MULTIDIMENSIONAL_MEASURES.map(({ id }) => id),
    );
  });
});

describe("the conditions of a row", () => {
  const spec = registerSchema.parse({ ...REGISTER, indices: [INDEX] }).indices;
  const source = (columns: readonly string[]) => ({ columns }) as unknown as Source;
  const read = (of: "household" | "person", columns: readonly string[], cells: readonly string[]) => {
    const log = new FindingLog({ isPrivate: true });
    const rows = { of, source: source(columns), file: "f.csv", log };
    const { conditions } = indexReader(spec, rows)({ number: 7, cells } as never);
    return { conditions, findings: log.all };
  };

  it.each([
    ["household", ["water"], ["是"], ["yes", "not asked"]],
    ["household", ["water"], ["0"], ["no", "not asked"]],
    ["household", ["water"], ["不详"], ["unknown", "not asked"]],
    ["person", ["age", "school"], ["15", "0"], ["not asked", "yes"]],
    ["person", ["age", "school"], ["16", "0"], ["not asked", "not asked"]],
    ["person", ["age", "school"], ["", "0"], ["not asked", "unknown"]],
  ] as const)("of a %s with %j %j are %j", (of, columns, cells, conditions) => {
    expect(read(of, columns, cells)).toEqual({ conditions, findings: [] });
  });

  it("are not known where they cannot be computed, with a finding that quotes nothing", () => {
    const { conditions, findings } = read("household", ["water"], ["Mr Secret"]);
    expect(conditions).toEqual(["unknown", "not asked"]);
    expect(findings).toMatchObject([
      { rule: "not_yes_or_no", row: 7, column: "register.indices[1].deprivations[1].when", value: null },
    ]);
    expect(JSON.stringify(findings)).not.toContain("Secret");
  });

  it("name what an expression asks for and the file lacks, without the file's own columns", () => {
    let fault: unknown;
    try {
      read("household", ["Secret column"], ["1"]);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ImportFault);
    const { part, message } = fault as ImportFault;
    const said = withoutContentOfFault({ ...part, severity: "error", message });
    expect(said.message).toBe('unknown column "water" at character 1 of "water"');
    expect(said.action).toContain('correct "register.indices[1].deprivations[1].when" in the profile');
  });
});
