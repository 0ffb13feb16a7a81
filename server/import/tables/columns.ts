// Columns and expressions of a table → values of its measures, row by row.

import type { Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { ProfileTable } from "#server/import/profile/profile";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { CellReader } from "./cell_reader.ts";
import { unitInHeader } from "./header_units.ts";
import { computedColumn, rowChecks, type ReadCell } from "./computed_column.ts";

/** Values of a row by position of the measure; `undefined` for those that the row does not report (long tables). */
type ReadValue = (row: SourceRow, code: string) => (Value | undefined)[];

interface CompiledColumns {
  readonly measures: readonly string[];
  readonly read: ReadValue;
  /** Whether a row passes the checks of the table; one that does not is reported. */
  readonly holds: (row: SourceRow, code: string) => boolean;
  /** Reports what the columns show as a whole, once all rows are read. */
  readonly end: () => void;
}

/** Compiles the measures of a table as its profile names them; throws an ImportFault for an unknown column or a malformed expression. */
export function compileColumns(
  spec: ProfileTable,
  source: Source,
  statistics: ReadonlySet<string>,
  log: FindingLog,
): CompiledColumns {
  const { file } = spec;
  const cells = new CellReader(spec, source, log);
  const holds = rowChecks(spec, source, cells, log);
  const isCount = spec.rows === "count";
  if (spec.pivot) {
    const long = pivotColumns(spec.pivot, source, file, { cells, log, isCount, statistics });
    const end = (): void => {
      long.end();
      cells.end();
    };
    return { ...long, holds, end };
  }
  const readers = Object.entries(spec.columns ?? {}).map(([measure, column]): ReadCell => {
    const isStatistic = statistics.has(measure);
    if ("expr" in column) {
      const compute = computedColumn(measure, column.expr, { source, file, cells, log, isStatistic });
      return isCount ? counted(compute) : compute;
    }
    const index = columnOf(source, column.column, file);
    if (isCount) return (row) => (cells.isMissing(row.cells[index]!) ? 0 : 1);
    const { times } = column;
    assertTimes(column.column, times, isStatistic, file);
    return (row, code) =>
      cells.value(row, index, code, { isStatistic, ...(times === undefined ? {} : { times }) });
  });
  return {
    measures: Object.keys(spec.columns ?? {}),
    read: (row, code) => readers.map((read) => read(row, code)),
    holds,
    end: () => cells.end(),
  };
}

/** Throws an ImportFault for a header that names a unit of more or less than one, where the profile does not say what becomes of it. */
function assertTimes(column: string, times: number | undefined, isStatistic: boolean, file: string): void {
  const said = times === undefined ? unitInHeader(column, isStatistic) : null;
  if (!said) return;
  throw new ImportFault(`column "${column}" is in ${said.unit}, by its header`, {
    rule: "unit_in_header",
    file,
    column,
    action: `nothing is imported; write { column: ${JSON.stringify(column)}, times: ${said.factor} }, or times: 1 if its numbers are whole ones all the same`,
  });
}

/** 1 for a row whose expression is neither 0, false nor missing. */
const counted =
  (compute: ReadCell): ReadCell =>
  (row, code) => {
    const value = compute(row, code);
    return typeof value === "number" && value !== 0 ? 1 : 0;
  };

function pivotColumns(
  pivot: NonNullable<ProfileTable["pivot"]>,
  source: Source,
  file: string,
  {
    cells,
    log,
    isCount,
    statistics,
  }: { cells: CellReader; log: FindingLog; isCount: boolean; statistics: ReadonlySet<string> },
): Pick<CompiledColumns, "measures" | "read" | "end"> {
  const column = columnOf(source, pivot.column, file);
  const value = columnOf(source, pivot.value, file);
  const measures = [...new Set(Object.values(pivot.as))];
  const places = new Map(
    Object.entries(pivot.as).map(([text, measure]) => [text, measures.indexOf(measure)]),
  );
  const unknown = new Set<string>();
  let isKnown = false;
  return {
    measures,
    end() {
      if (isKnown || unknown.size === 0) return;
      throw new ImportFault(
        `none of ${[...unknown]
          .slice(0, 5)
          .map((text) => `"${text}"`)
          .join(", ")} is a measure: known are ${[...places.keys()].join(", ")}`,
        {
          rule: "pivot_unknown",
          file,
          column: pivot.column,
          action: 'nothing is imported; look at "as" of the pivot',
        },
      );
    },
    read(row, code) {
      const values: (Value | undefined)[] = measures.map(() => undefined);
      const text = row.cells[column]!;
      const place = places.get(text);
      isKnown ||= place !== undefined;
      if (place !== undefined)
        values[place] = isCount
          ? cells.isMissing(row.cells[value]!)
            ? 0
            : 1
          : cells.value(row, value, code, { isStatistic: statistics.has(measures[place]!) });
      else if (!unknown.has(text)) {
        unknown.add(text);
        log.add({
          severity: "warning",
          rule: "pivot_unknown",
          file,
          row: row.number,
          column: pivot.column,
          value: text,
          message: `"${text}" is no measure: known are ${[...places.keys()].join(", ")}`,
          action: "its rows were left out",
        });
      }
      return values;
    },
  };
}
