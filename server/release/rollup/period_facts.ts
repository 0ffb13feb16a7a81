// What the tables report in one period, on today's areas: old codes followed, the higher priority deciding.

import { HAS_VALUE, MISSING, moreSevere } from "#domain/missing";
import type { ApportionedCount } from "./areal_weighting.ts";
import { noConflict, type Conflict } from "./conflicts.ts";
import type { FactRows } from "./fact_rows.ts";
import { splitWhole, type Lineage, type Target } from "./lineage.ts";
import type { ReportedColumn } from "./rollup.ts";

const NOT_SURVEYED = MISSING["not-surveyed"].status;

/** Shares are decimal fractions. */
const SHARE_TOLERANCE = 1e-6;

/** A row of an older area that is apportioned to several: `parts[m]` has one count per target. */
interface ApportionedRow {
  readonly targets: readonly Target[];
  readonly parts: readonly (readonly number[])[];
}

/** Codes of one level by idx, and idx by code. */
export class LevelCodes {
  readonly codes: readonly string[];
  readonly #idxOf: ReadonlyMap<string, number>;

  constructor(codes: readonly string[]) {
    this.codes = codes;
    this.#idxOf = new Map(codes.map((code, idx) => [code, idx]));
  }

  /** idx of a code, undefined for none; `guess` is looked at first, as tables mostly keep the order of areas. */
  idxOf(code: string, guess = 0): number | undefined {
    return this.codes[guess] === code ? guess : this.#idxOf.get(code);
  }
}

/** One level's areas, and what is reported about them so far in one period. */
export class ReportedLevel {
  readonly columns = new Map<string, ReportedColumn>();
  /** What tables report that others overrule, by `${measure} ${table}`. */
  readonly conflicts = new Map<string, Conflict>();
  /** Apportioned counts by measure: only those that are used, and not zero. */
  readonly apportioned = new Map<string, ApportionedCount[]>();
  readonly #statistics: ReadonlySet<string>;
  readonly #areas: LevelCodes;
  readonly #lineage: Lineage;
  readonly #period: string;
  /** 1 where the code of an area is part of the lineage. */
  readonly #isInLineage: Uint8Array;

  /** `statistics` are measures that cannot be divided or summed. */
  constructor(
    areas: LevelCodes,
    lineage: Lineage,
    period: string,
    statistics: ReadonlySet<string> = new Set(),
  ) {
    this.#statistics = statistics;
    this.#areas = areas;
    this.#lineage = lineage;
    this.#period = period;
    this.#isInLineage = new Uint8Array(areas.codes.length);
    for (const code of lineage.codes()) {
      const idx = areas.idxOf(code);
      if (idx !== undefined) this.#isInLineage[idx] = 1;
    }
  }

  /** Takes in one batch. Batches come by falling priority: what is reported already stays. */
  async add(table: string, measures: readonly string[], pages: AsyncIterable<FactRows>): Promise<void> {
    const width = measures.length;
    const columns = measures.map((measure) => this.#column(measure));
    const gathered = new Map<string, GatheredSums>();
    const splits: ApportionedRow[] = [];
    let guess = 0;
    for await (const { codes, values, statuses } of pages)
      for (let row = 0; row < codes.length; row++) {
        const code = codes[row]!;
        const from = row * width;
        const idx = this.#areas.idxOf(code, guess);
        if (idx === undefined || this.#isInLineage[idx])
          this.#gather(
            gathered,
            splits,
            code,
            values.subarray(from, from + width),
            statuses.subarray(from, from + width),
          );
        else this.#report(columns, idx, values, statuses, from, table, measures);
        guess = (idx ?? guess) + 1;
      }
    const used = new Map<number, readonly boolean[]>();
    for (const [code, { sums, missing, seen, isPart }] of gathered) {
      const idx = this.#areas.idxOf(code);
      if (idx === undefined) continue;
      if (this.#lineage.coverage(code, this.#period, seen) !== "all") missing.fill(NOT_SURVEYED);
      measures.forEach((measure, m) => {
        if (this.#statistics.has(measure) && (seen.size > 1 || isPart)) missing[m] = NOT_SURVEYED;
      });
      const wasOpen = columns.map(({ status }) => status[idx] !== HAS_VALUE);
      this.#report(columns, idx, sums, missing, 0, table, measures);
      used.set(
        idx,
        columns.map(({ status }, m) => wasOpen[m]! && status[idx] === HAS_VALUE),
      );
    }
    for (const split of splits) this.#recordApportioned(measures, split, used);
  }

  /** Keeps which counts are apportioned; `used` holds by idx which measures of this batch are used. */
  #recordApportioned(
    measures: readonly string[],
    { targets, parts }: ApportionedRow,
    used: ReadonlyMap<number, readonly boolean[]>,
  ): void {
    const isAll = Math.abs(targets.reduce((sum, { share }) => sum + share, 0) - 1) < SHARE_TOLERANCE;
    for (const [m, measure] of measures.entries()) {
      const known = targets.flatMap(({ code }, t) => {
        const idx = this.#areas.idxOf(code);
        return idx !== undefined && used.get(idx)?.[m] ? [{ idx, count: parts[m]![t]! }] : [];
      });
      const counted = known.filter(({ count }) => count !== 0);
      if (counted.length === 0) continue;
      const isWhole = isAll && known.length === targets.length;
      const before = this.apportioned.get(measure) ?? [];
      this.apportioned.set(measure, before);
      before.push({ parts: counted, isWhole });
    }
  }

  /** States what begins at `from` about one area. */
  #report(
    columns: readonly ReportedColumn[],
    idx: number,
    values: Float64Array,
    statuses: Uint8Array,
    from: number,
    table: string,
    measures: readonly string[],
  ): void {
    for (let m = 0; m < columns.length; m++) {
      const { value, status } = columns[m]!;
      const reported = values[from + m]!;
      const reason = statuses[from + m]!;
      if (status[idx] === HAS_VALUE) {
        if (reason === HAS_VALUE && value[idx] !== reported && !this.#statistics.has(measures[m]!))
          this.#recordConflict(`${measures[m]} ${table}`, idx, reported, value[idx]!);
      } else if (reason === HAS_VALUE) {
        value[idx] = reported;
        status[idx] = HAS_VALUE;
      } else if (status[idx] === NOT_SURVEYED) status[idx] = reason;
    }
  }

  /** Adds a row to the areas that its code leads to. */
  #gather(
    gathered: Map<string, GatheredSums>,
    splits: ApportionedRow[],
    code: string,
    values: Float64Array,
    statuses: Uint8Array,
  ): void {
    const targets = this.#lineage.targets(code, this.#period);
    const shares = targets.map(({ share }) => share);
    const parts = Array.from(values, (value) => splitWhole(value, shares));
    if (shares.some((share) => share < 1)) splits.push({ targets, parts });
    for (const [t, target] of targets.entries()) {
      const isPart = target.share < 1;
      const into = gathered.get(target.code) ?? new GatheredSums(values.length);
      gathered.set(target.code, into);
      into.add(
        code,
        parts.map((part) => part[t]!),
        statuses,
        isPart,
      );
    }
  }

  #recordConflict(key: string, idx: number, reported: number, used: number): void {
    const known = this.conflicts.get(key) ?? noConflict(this.#areas.codes.length);
    this.conflicts.set(key, known);
    known.reported[idx] = reported;
    known.used[idx] = used;
    known.differs[idx] = 1;
  }

  #column(measure: string): ReportedColumn {
    let column = this.columns.get(measure);
    if (!column) {
      const n = this.#areas.codes.length;
      column = { value: new Float64Array(n), status: new Uint8Array(n).fill(NOT_SURVEYED) };
      this.columns.set(measure, column);
    }
    return column;
  }
}

/** Sums of several old areas that are one area today. */
class GatheredSums {
  readonly sums: Float64Array;
  readonly missing: Uint8Array;
  readonly seen = new Set<string>();
  /** Whether only a part of an older area went into it. */
  isPart = false;

  constructor(measureCount: number) {
    this.sums = new Float64Array(measureCount);
    this.missing = new Uint8Array(measureCount);
  }

  add(source: string, values: readonly number[], statuses: Uint8Array, isPart: boolean): void {
    this.seen.add(source);
    this.isPart ||= isPart;
    for (let m = 0; m < values.length; m++) {
      this.sums[m]! += values[m]!;
      this.missing[m] = moreSevere(this.missing[m]!, statuses[m]!);
    }
  }
}
