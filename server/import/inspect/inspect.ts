// `lens inspect`: from files to the text of a first profile.

import path from "node:path";
import { idSchema } from "#domain/id";
import { comparePeriods } from "#domain/period";
import type { Progress } from "#domain/progress";
import { ImportFault } from "#server/import/findings/import_fault";
import { codeColumns, codeSpaces, type CodeColumn } from "./codes.ts";
import { Figures } from "./figures.ts";
import type { FoundTable } from "./found_table.ts";
import { idOf } from "./headers.ts";
import { findLevels, olderCodes, type FoundLevel } from "./levels.ts";
import { joinAlike } from "./join_files.ts";
import { filesUnder, lookAtFiles } from "./look_at_files.ts";
import { levelsByNames } from "./name_levels.ts";
import type { SeenSource } from "./seen_source.ts";
import { findTables, ownIds, sourceIdOf } from "./tables.ts";
import { findRegister } from "./register.ts";
import { registerPart } from "./register_node.ts";
import { reliefPart } from "./relief.ts";
import { facilitiesPart, layerPart, roadsPart, seatsPart } from "./thing_nodes.ts";
import { findThings } from "./things.ts";
import { weightMeans } from "./weighted_means.ts";
import { writeProfile } from "./write_profile.ts";

/** The folder that all files lie in. */
function folderOf(files: readonly string[]): string {
  const parts = files.map((file) => path.dirname(file).split(path.sep));
  const shared = parts[0]!.filter((_, at) =>
    parts.every((other) => other.slice(0, at + 1).join("/") === parts[0]!.slice(0, at + 1).join("/")),
  );
  return shared.join(path.sep) || path.sep;
}

/** The latest period, else this year, which tables without one get. */
function guessPeriods(tables: readonly FoundTable[]): string {
  const known = tables.flatMap(({ period, source }) => {
    if (period === null || typeof period === "string") return period ?? [];
    if ("in" in period) return [...(source.filePeriods?.distinct ?? [])];
    return [...source.columns.find(({ name }) => name === period.column)!.distinct];
  });
  const guess = known.toSorted(comparePeriods).at(-1) ?? String(new Date().getUTCFullYear());
  for (const table of tables) table.period ??= guess;
  return guess;
}

/** The fewest levels of a dataset. */
const FEWEST_LEVELS = 2;

/** Levels by codes; by names where codes tell too few. */
function levelsOf(sources: readonly SeenSource[]): { levels: FoundLevel[]; codes: readonly CodeColumn[] } {
  const codes = codeColumns(sources);
  const levels = findLevels(codeSpaces(codes));
  if (levels.length >= FEWEST_LEVELS) return { levels, codes };
  const named = levelsByNames(sources);
  return named ? { levels: named.levels, codes: named.keys } : { levels, codes };
}

/** The text of a profile for the files at `locations`, to be written into the folder `target`. */
export async function inspectFiles(
  locations: readonly string[],
  target: string,
  onProgress: Progress,
): Promise<string> {
  const files = await filesUnder(locations);
  if (files.length === 0)
    throw new ImportFault("there is no file with data", {
      rule: "file_missing",
      file: locations.join(", "),
      action: "name files, or folders that hold some",
    });
  const folder = folderOf(files);
  const { sources: seen, reliefs, unread } = await lookAtFiles(files, folder, onProgress);
  const people = findRegister(joinAlike(seen));
  const { facilities, roads, layers, seats, others: sources } = findThings(people.others);
  const { levels, codes } = levelsOf(sources);
  const figures = new Figures();
  const { tables, unused } = findTables(sources, levels, codes, figures);
  const latest = guessPeriods(tables);
  const facilityIds = ownIds(facilities.map(({ source }) => sourceIdOf(source, "facilities")));
  const roadIds = ownIds(roads.map(({ source }) => sourceIdOf(source, "roads")));
  const dataset = idOf(path.basename(folder), "dataset");
  return writeProfile({
    dataset: idSchema.safeParse(dataset).success ? dataset : "dataset",
    data: path.relative(target, folder).split(path.sep).join("/") || ".",
    levels,
    older: olderCodes(levels),
    tables: weightMeans(tables, figures),
    figures,
    facilities: facilities.map((found, at) => facilitiesPart(found, facilityIds[at]!, levels, latest)),
    roads: roads.map((found, at) => roadsPart(found, roadIds[at]!)),
    layers: [...layers.map(layerPart), ...seats.map((found) => seatsPart(found, levels))],
    relief: reliefs.length > 0 ? reliefPart(reliefs[0]!) : null,
    register: people.register && registerPart(people.register, levels, latest),
    unused: [
      ...people.unused,
      ...unused,
      ...reliefs.slice(1).map(({ spec }) => ({
        file: [spec.file, spec.entry].filter(Boolean).join(" › "),
        why: "a map has one relief, and another GeoTIFF is taken",
      })),
      ...unread,
    ],
  });
}
