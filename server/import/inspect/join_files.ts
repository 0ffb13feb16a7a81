// Files that are alike are one table: one for each year, or one for each office, with the same columns.

import path from "node:path";
import { periodsIn } from "#server/import/tables/period_in_name";
import { SeenColumn, type SeenSource } from "./seen_source.ts";

/** Files that differ in more than their period are joined from so many on. */
const FEW = 3;

/** What a profile calls a source by: the member of an archive, or the file. */
const nameIn = ({ spec: { file, entry } }: SeenSource): string => entry ?? file;

/** The pattern of a name without what differs: its period, or all but its extension. */
const patternOf = (name: string, isByPeriod: boolean): string => {
  const base = path.posix.basename(name);
  const [period] = periodsIn(base);
  const year = period?.slice(0, 4);
  const own =
    isByPeriod && year !== undefined
      ? base.replace(new RegExp(`${year}(?:[-_ ]?(?:H[12]|Q[1-4])|-(?:0[1-9]|1[0-2]))?`, "i"), "*")
      : `*${/(\.\w+)+$/.exec(base)?.[0] ?? ""}`;
  return path.posix.join(path.posix.dirname(name), own);
};

/** What alike sources have in common; null for one that stands alone. */
function kindOf(source: SeenSource, isByPeriod: boolean): string | null {
  const { spec, geometry, columns } = source;
  const periods = periodsIn(path.posix.basename(nameIn(source)));
  if (geometry !== null || spec.layer !== undefined || (isByPeriod && periods.length !== 1)) return null;
  return JSON.stringify([
    spec.entry === undefined ? null : spec.file,
    patternOf(nameIn(source), isByPeriod),
    columns.map(({ name }) => name).toSorted(),
    spec.header,
  ]);
}

/** One source of the rows of several. */
function joined(sources: readonly SeenSource[], pattern: string): SeenSource {
  const first = sources[0]!;
  const columns = first.columns.map(({ name }) => new SeenColumn(name));
  const periods = new SeenColumn("the name of the file");
  for (const source of sources) {
    const period = periodsIn(path.posix.basename(nameIn(source))).at(-1) ?? "";
    for (const column of columns)
      for (const cell of source.columns.find(({ name }) => name === column.name)!.cells)
        column.cells.push(cell);
    for (let row = 0; row < source.rowCount; row++) periods.cells.push(period);
  }
  return {
    ...first,
    spec:
      first.spec.entry === undefined ? { ...first.spec, file: pattern } : { ...first.spec, entry: pattern },
    columns,
    rowCount: sources.reduce((sum, { rowCount }) => sum + rowCount, 0),
    isCut: sources.some(({ isCut }) => isCut),
    remarks: [
      `guessed: ${sources.length} files with the same columns are one table`,
      ...new Set(sources.flatMap(({ remarks }) => remarks)),
    ],
    filePeriods: periods.cells.every((period) => period !== "") ? periods : null,
  };
}

/** The sources, those that are alike joined into one: by a pattern of their names that fits no other. */
export function joinAlike(sources: readonly SeenSource[]): SeenSource[] {
  let result = [...sources];
  for (const isByPeriod of [true, false]) {
    const groups = new Map<string, SeenSource[]>();
    for (const source of result) {
      const kind = source.filePeriods === undefined ? kindOf(source, isByPeriod) : null;
      if (kind !== null) groups.set(kind, [...(groups.get(kind) ?? []), source]);
    }
    for (const group of groups.values()) {
      if (group.length < (isByPeriod ? 2 : FEW)) continue;
      const pattern = patternOf(nameIn(group[0]!), isByPeriod);
      const others = sources.filter(
        (source) =>
          !group.includes(source) &&
          (source.spec.entry === undefined) === (group[0]!.spec.entry === undefined) &&
          (source.spec.entry === undefined || source.spec.file === group[0]!.spec.file) &&
          path.matchesGlob(nameIn(source), pattern),
      );
      if (others.length > 0) continue;
      const inOrder = group.toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1));
      result = result.flatMap((source) =>
        source === group[0] ? [joined(inOrder, pattern)] : group.includes(source) ? [] : [source],
      );
    }
  }
  return result;
}
