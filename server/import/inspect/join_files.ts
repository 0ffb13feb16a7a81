// Files that are alike are one table: one for each year, or one for each office, with the same columns.

import path from "node:path";
import { periodsIn, withoutPeriods } from "#server/import/tables/period_in_name";
import { SeenColumn, type SeenSource } from "./seen_source.ts";

/** Files that differ in more than their period are joined from so many on. */
const FEW = 3;

/** What a profile calls a source by: the member of an archive, or the file. */
const nameIn = ({ spec: { file, entry } }: SeenSource): string => entry ?? file;

/** The pattern of names that differ in their period alone; of all names with its ending where `isBroad`. */
function patternOf(source: SeenSource, isBroad: boolean): string {
  const name = nameIn(source);
  const base = path.posix.basename(name);
  const ending = /(\.\w+)+$/.exec(base)?.[0] ?? "";
  return path.posix.join(path.posix.dirname(name), isBroad ? `*${ending}` : withoutPeriods(base));
}

const periodsOf = (source: SeenSource): string[] => periodsIn(path.posix.basename(nameIn(source)));

/** What sources that are one table have in common; null for one that stands alone. */
function kindOf(source: SeenSource, isBroad: boolean): string | null {
  const { spec, geometry, columns, filePeriods } = source;
  const isAlone = geometry !== null || spec.layer !== undefined || filePeriods !== undefined;
  if (isAlone || (!isBroad && periodsOf(source).length !== 1)) return null;
  return JSON.stringify([
    spec.entry === undefined ? null : spec.file,
    patternOf(source, isBroad),
    columns.map(({ name }) => name).toSorted(),
    spec.header,
  ]);
}

/** Whether a pattern fits a source beside those that it is for. */
function fitsAnother(pattern: string, group: readonly SeenSource[], sources: readonly SeenSource[]): boolean {
  const { entry, file } = group[0]!.spec;
  const own = new Set(group);
  return sources.some(
    (source) =>
      !own.has(source) &&
      (entry === undefined ? source.spec.entry === undefined : source.spec.file === file) &&
      path.matchesGlob(nameIn(source), pattern),
  );
}

/** One source of the rows of several. */
function joined(sources: readonly SeenSource[], pattern: string): SeenSource {
  const first = sources[0]!;
  const columns = first.columns.map(({ name }) => new SeenColumn(name));
  const periods = new SeenColumn("the name of the file");
  for (const source of sources) {
    const [period = ""] = periodsOf(source);
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
  let result: readonly SeenSource[] = sources;
  for (const isBroad of [true, false]) {
    const groups = new Map<string, SeenSource[]>();
    for (const source of result) {
      const kind = kindOf(source, isBroad);
      if (kind !== null) groups.set(kind, [...(groups.get(kind) ?? []), source]);
    }
    const places = new Map<SeenSource, SeenSource | null>();
    for (const group of groups.values()) {
      if (group.length < (isBroad ? FEW : 2)) continue;
      const narrow = new Set(group.map((source) => patternOf(source, false)));
      const pattern = narrow.size === 1 ? [...narrow][0]! : patternOf(group[0]!, isBroad);
      if (fitsAnother(pattern, group, sources)) continue;
      for (const source of group) places.set(source, null);
      places.set(
        group[0]!,
        joined(
          group.toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1)),
          pattern,
        ),
      );
    }
    result = result.flatMap((source) => (places.has(source) ? (places.get(source) ?? []) : [source]));
  }
  return [...result];
}
