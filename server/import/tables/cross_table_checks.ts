// Checks the tables together: areas that no table has a row for, and departments that report different numbers.

import { comparePeriods } from "#domain/period";
import type { Lineage } from "#server/release/rollup/lineage";
import type { Area } from "#server/import/boundaries/areas";
import type { Boundaries } from "#server/import/boundaries/boundaries";
import type { FindingLog } from "#server/import/findings/finding_log";
import { hasNumber, type Fact } from "./fact_set.ts";
import type { ParsedTable } from "./table.ts";

/** Reports each measure for which two tables have different numbers for the same area and period. */
export function checkDisagreements(tables: readonly ParsedTable[], log: FindingLog): void {
  for (const [i, first] of tables.entries())
    for (const second of tables.slice(i + 1)) {
      const shared = first.input.measures.flatMap((measure, a) => {
        const b = second.input.measures.indexOf(measure);
        return b < 0 || first.input.level !== second.input.level ? [] : [{ measure, a, b }];
      });
      if (shared.length === 0) continue;
      const decides = second.input.priority > first.input.priority ? second : first;
      for (const [key, fact] of second.facts) {
        const other = first.facts.get(key);
        if (!other) continue;
        for (const { measure, a, b } of shared) {
          const [earlier, later] = [other.values[a], fact.values[b]];
          if (hasNumber(earlier) && hasNumber(later) && earlier !== later)
            log.add({
              severity: "warning",
              rule: "departments_disagree",
              file: second.input.fileName,
              row: fact.row,
              column: measure,
              value: String(later),
              message: `"${fact.code}" in ${fact.period}: ${measure} is ${later} here and ${earlier} in ${first.input.fileName} ${log.rowName(first.input.fileName, other.row)}`,
              action: `both are kept; ${decides.input.fileName} decides`,
            });
        }
      }
    }
}

function rootOf(boundaries: Boundaries, level: string, area: Area): Area {
  const levels = [...boundaries.keys()];
  let at = area;
  for (let i = levels.indexOf(level) - 1; i >= 0; i--)
    at = boundaries.get(levels[i]!)!.get(at.parentCode!) ?? at;
  return at;
}

/**
 * Reports the areas for which no table that brings the same measures has a row, under their own code or an old one that
 * `lineage` leads on; top areas without any at all by name.
 */
export function checkSurveyed(
  tables: readonly ParsedTable[],
  boundaries: Boundaries,
  lineage: Lineage,
  log: FindingLog,
): void {
  const groups = new Map<string, { level: string; files: string[]; facts: ReadonlyMap<string, Fact>[] }>();
  for (const { input, facts } of tables) {
    const id = `${input.level} ${[...input.measures].sort().join(" ")}`;
    const group = groups.get(id) ?? { level: input.level, files: [], facts: [] };
    group.files.push(input.fileName);
    group.facts.push(facts);
    groups.set(id, group);
  }
  for (const { level, files, facts } of groups.values()) {
    const surveyed = new Set<string>();
    const byPeriod = new Map<string, Set<string>>();
    for (const table of facts)
      for (const { code, period } of table.values()) {
        const inPeriod = byPeriod.get(period) ?? new Set();
        byPeriod.set(period, inPeriod);
        for (const target of lineage.targets(code, period)) {
          surveyed.add(target.code);
          inPeriod.add(target.code);
        }
      }
    reportNotSurveyed(level, files.join(", "), surveyed, boundaries, log);
    reportPartialPeriods(files.join(", "), surveyed, byPeriod, log);
  }
}

/** Codes that a finding names. */
const NAMED_CODES = 5;

/** Reports, period by period, the areas without a row that another period has one for: sums of the two are not of the same areas. */
function reportPartialPeriods(
  file: string,
  surveyed: ReadonlySet<string>,
  byPeriod: ReadonlyMap<string, ReadonlySet<string>>,
  log: FindingLog,
): void {
  for (const [period, inPeriod] of [...byPeriod].sort(([a], [b]) => comparePeriods(a, b))) {
    const missing = [...surveyed].filter((code) => !inPeriod.has(code)).sort();
    if (missing.length === 0) continue;
    const named = missing.slice(0, NAMED_CODES).join(", ") + (missing.length > NAMED_CODES ? ", …" : "");
    log.add({
      severity: "warning",
      rule: "partial_period",
      file,
      value: period,
      message: `${period} has no row for ${missing.length} of the ${surveyed.size} areas that other periods have one for: ${named}`,
      action: "they are not-surveyed then; changes of sums are shown for the areas of both periods",
    });
  }
}

function reportNotSurveyed(
  level: string,
  file: string,
  surveyed: ReadonlySet<string>,
  boundaries: Boundaries,
  log: FindingLog,
): void {
  const roots = new Map<Area, { all: number; missing: Area[] }>();
  for (const area of boundaries.get(level)?.values() ?? []) {
    const root = rootOf(boundaries, level, area);
    const count = roots.get(root) ?? { all: 0, missing: [] };
    roots.set(root, count);
    count.all++;
    if (!surveyed.has(area.code)) count.missing.push(area);
  }
  for (const [root, { all, missing }] of roots) {
    if (missing.length === all && all > 1)
      log.add({
        severity: "warning",
        rule: "root_not_surveyed",
        file,
        value: root.code,
        message: `no row was taken for any of the ${all} areas of level "${level}" in "${root.code}" (${Object.values(root.names)[0]})`,
        action: "all of them are not-surveyed",
      });
    for (const area of missing)
      log.add({
        severity: "note",
        rule: "not_surveyed",
        file,
        value: area.code,
        message: `no row was taken for "${area.code}"`,
        action: "the area is not-surveyed",
      });
  }
}
