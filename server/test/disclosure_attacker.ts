// An attacker on the public edition: reads nothing but public bytes (CSV), knows the registry and the areas, and solves for what
// is hidden by integer programming. Shares no code with repair and audit.

import highsLoader from "highs";
import { parse } from "csv-parse/sync";
import { group } from "d3-array";
import { INDICATORS } from "#domain/registry/index";

const loadHighs = highsLoader as unknown as typeof highsLoader.default;

interface PublicRow {
  readonly code: string;
  readonly parent: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isHidden: boolean;
}

/** A public table of one indicator at one level. */
export type PublicTable = readonly PublicRow[];

const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);

/** Reads a CSV of `/api/values`; `parentColumn` is the code of the level above. */
export function readTable(csv: string, parentColumn: string | null): PublicTable {
  const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
  return rows
    .filter((row) => row["numerator"] !== "" || row["missing"] === "suppressed")
    .map((row) => ({
      code: row["code"]!,
      parent: parentColumn && row[parentColumn]!,
      numerator: numberOf(row["numerator"]),
      denominator: numberOf(row["denominator"]),
      isHidden: row["missing"] === "suppressed",
    }));
}

/** Sums of money are reckoned in millions of fen, and need not be whole: the solver is exact to about nine digits. */
const scaleOf = (variable: string): number => (/_fen|^squared_/.test(variable) ? 1e6 : 1);

interface Variable {
  known: number | null;
  low: number;
  high: number;
}

interface Row {
  readonly terms: readonly (readonly [variable: string, weight: number])[];
  readonly low: number;
  readonly high: number;
}

type Terms = Readonly<Record<string, number>>;

const formulaOf = (terms: Terms): { name: string; factor: number } => {
  let factor = 0;
  for (const weight of Object.values(terms))
    for (let [a, b] = [weight, factor]; ; [a, b] = [b, a % b])
      if (b === 0) {
        factor = Math.abs(a);
        break;
      }
  const name = Object.keys(terms)
    .map((id) => `${id === "survey_frame_households" ? "rural_households" : id}*${terms[id]! / factor}`)
    .sort()
    .join("+");
  return { name, factor };
};

/** What is made of several measures: totals of categories in the registry. */
const IDENTITIES: readonly { total: Terms; parts: readonly (readonly [Terms, number])[] }[] = [
  {
    total: INDICATORS.find(({ id }) => id === "mpi")!.numerator,
    parts: Object.entries(INDICATORS.find(({ id }) => id === "mpi")!.numerator).map(([id, weight]) => [
      { [id]: 1 },
      weight,
    ]),
  },
  {
    total: { cause_recorded_households: 1 },
    parts: INDICATORS.filter(({ id }) => /^cause_\w+_share$/.test(id)).map(({ numerator }) => [numerator, 1]),
  },
  {
    total: { pupils: 1 },
    parts: [
      [{ day_pupils: 1 }, 1],
      [{ boarders: 1 }, 1],
    ],
  },
];

export interface Target {
  readonly indicator: string;
  readonly level: string;
  readonly code: string;
  readonly variable: string;
}

/** All that one period shows, as variables and rows. */
export class PublicSystem {
  readonly variables = new Map<string, Variable>();
  readonly rows: Row[] = [];
  readonly targets: Target[] = [];
  /** Figures that some table shows, as indicator and code. */
  readonly shown = new Set<string>();
  readonly #patterns = new Map<string, string>();

  /** Adds the tables of an indicator by level, the lowest first. */
  add(
    indicator: (typeof INDICATORS)[number],
    tables: readonly (readonly [level: string, table: PublicTable])[],
  ): void {
    const addsUp = indicator.rollUp !== "from_records";
    const sides = [
      ["numerator", indicator.numerator],
      ["denominator", indicator.denominator],
    ] as const;
    const leaves = tables[0]![1].map(({ code }) => code).join();
    const nameOf = (terms: Terms, level: string, code: string): string => {
      const { name } = formulaOf(terms);
      if (level === tables[0]![0]) return `${name} ${code}`;
      // The same formula over the same villages is the same sum.
      const key = `${name} ${leaves}`;
      const pattern = this.#patterns.get(key) ?? `${name}#${this.#patterns.size}`;
      this.#patterns.set(key, pattern);
      return `${pattern} ${code}`;
    };
    for (const [at, [level, table]] of tables.entries()) {
      for (const { code, isHidden, ...row } of table)
        for (const [side, terms] of sides) {
          if (!terms) continue;
          const name = nameOf(terms, level, code);
          const variable = this.variables.get(name) ?? { known: null, low: 0, high: Infinity };
          this.variables.set(name, variable);
          if (!isHidden) {
            variable.known = row[side]! / formulaOf(terms).factor;
            this.shown.add(`${indicator.id} ${code}`);
          } else if (side === "numerator")
            this.targets.push({ indicator: indicator.id, level, code, variable: name });
        }
      const above = tables[at + 1];
      if (!addsUp || !above) continue;
      for (const [, terms] of sides) if (terms) this.#addSums(terms, level, table, above, nameOf);
    }
    if (
      indicator.denominator &&
      (indicator.unit === "share" || indicator.unit === "index") &&
      !indicator.mayExceedOne
    )
      for (const [level, table] of tables)
        for (const { code } of table)
          this.rows.push({
            terms: [
              [nameOf(indicator.numerator, level, code), formulaOf(indicator.numerator).factor],
              [nameOf(indicator.denominator, level, code), -formulaOf(indicator.denominator).factor],
            ],
            low: -Infinity,
            high: 0,
          });
  }

  #addSums(
    terms: Terms,
    level: string,
    table: PublicTable,
    [aboveLevel, above]: readonly [string, PublicTable],
    nameOf: (terms: Terms, level: string, code: string) => string,
  ): void {
    const children = group(table, ({ parent }) => parent);
    for (const { code } of above) {
      const parts = children.get(code) ?? [];
      if (parts.length > 0)
        this.rows.push({
          terms: [
            ...parts.map((part) => [nameOf(terms, level, part.code), 1] as const),
            [nameOf(terms, aboveLevel, code), -1],
          ],
          low: 0,
          high: 0,
        });
    }
  }

  /** Adds what is made of several measures, in every area in which all of it is counted. */
  addIdentities(codes: readonly string[]): void {
    const patternsOf = (terms: Terms): Set<string> => {
      const { name } = formulaOf(terms);
      return new Set([
        name,
        ...[...this.#patterns].flatMap(([key, own]) => (key.startsWith(`${name} `) ? [own] : [])),
      ]);
    };
    for (const { total, parts } of IDENTITIES)
      for (const code of codes)
        for (const whole of patternsOf(total)) {
          const found = parts.map(([terms]) =>
            [...patternsOf(terms)].map((name) => `${name} ${code}`).find((name) => this.variables.has(name)),
          );
          if (!this.variables.has(`${whole} ${code}`) || found.includes(undefined)) continue;
          const isLeaf = !whole.includes("#");
          if (isLeaf !== found.every((name) => !name!.includes("#"))) continue;
          this.rows.push({
            terms: [[`${whole} ${code}`, -1], ...found.map((name, at) => [name!, parts[at]![1]] as const)],
            low: 0,
            high: 0,
          });
        }
  }

  /** Finds the interval of some hidden variables; those of one connected part are solved in one model. */
  async attack(wanted: readonly string[]): Promise<Map<string, [number, number]>> {
    const highs = await loadHighs();
    const found = new Map<string, [number, number]>();
    const byVariable = new Map<string, Row[]>();
    for (const row of this.rows)
      for (const [name] of row.terms)
        if (this.variables.get(name)!.known === null)
          byVariable.set(name, [...(byVariable.get(name) ?? []), row]);
    for (const target of wanted) {
      if (found.has(target)) continue;
      const names = [target];
      const rows = new Set<Row>();
      const isIn = new Set(names);
      for (let at = 0; at < names.length; at++)
        for (const row of byVariable.get(names[at]!) ?? []) {
          rows.add(row);
          for (const [name] of row.terms)
            if (this.variables.get(name)!.known === null && !isIn.has(name)) {
              isIn.add(name);
              names.push(name);
            }
        }
      this.#solve(
        highs,
        names,
        [...rows],
        wanted.filter((name) => isIn.has(name)),
        found,
      );
    }
    return found;
  }

  #solve(
    highs: Awaited<ReturnType<typeof loadHighs>>,
    names: readonly string[],
    rows: readonly Row[],
    wanted: readonly string[],
    found: Map<string, [number, number]>,
  ): void {
    const column = new Map(names.map((name, at) => [name, at]));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const bounds = rows.map(({ terms, low, high }) => {
      let known = 0;
      for (const [name, weight] of terms) {
        const at = column.get(name);
        if (at === undefined) known += (weight * this.variables.get(name)!.known!) / scaleOf(name);
        else {
          indices.push(at);
          values.push(weight);
        }
      }
      starts.push(indices.length);
      return [low - known, high - known] as const;
    });
    const own = names.map((name) => this.variables.get(name)!);
    const model = highs.createModel({
      numCols: names.length,
      numRows: rows.length,
      colCost: names.map(() => 0),
      colLower: own.map(({ low }) => low),
      colUpper: own.map(({ high }) => (high === Infinity ? highs.infinity : high)),
      rowLower: bounds.map(([low]) => (low === -Infinity ? -highs.infinity : low)),
      rowUpper: bounds.map(([, high]) => high),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: names.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: names.map((name) =>
        scaleOf(name) === 1 ? highs.constants.variableType.integer : highs.constants.variableType.continuous,
      ),
    });
    try {
      model.options.set({ output_flag: false });
      for (const name of wanted) {
        const at = column.get(name)!;
        const ends = [1, -1].map((sign) => {
          model.changeColCost(at, sign);
          model.run();
          const status = model.getModelStatus();
          const end =
            status === highs.constants.modelStatus.optimal
              ? Math.round(Number(model.getSolution().colValue[at]) * scaleOf(name))
              : sign * -1e15;
          if (status === highs.constants.modelStatus.infeasible)
            throw new Error(`nothing fits what is public about ${name}`);
          model.changeColCost(at, 0);
          return Math.max(0, end);
        });
        found.set(name, [ends[0]!, ends[1]!]);
      }
    } finally {
      model.dispose();
    }
  }
}
