// The parts of a Shapefile that stand side by side: in a folder, or in an archive.

import { readdir } from "node:fs/promises";
import path from "node:path";

/** What is read of a Shapefile. */
const READ = /\.(shp|dbf|prj|cpg)$/i;
/** What else programs write beside a .shp. */
const BESIDE = /\.(dbf|prj|cpg|shx|sbn|sbx|qix|fix|shp\.xml)$/i;
/** What a Mac and hidden folders leave in archives. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)/;

const stem = (name: string): string => name.toLowerCase().replace(/(\.shp)?\.\w+$/, "");

/** Whether a name is that of a .shp that is meant. */
export const isShape = (name: string): boolean => /\.shp$/i.test(name) && !HIDDEN.test(name);

/** The parts of a Shapefile that are read, itself among them, of the names around it. */
export const partsOfShape = (shape: string, names: readonly string[]): string[] =>
  names.filter((name) => READ.test(name) && stem(name) === stem(shape));

/** The names without those that are parts of a .shp among them. */
export function withoutParts(names: readonly string[]): string[] {
  const shapes = new Set(names.filter(isShape).map(stem));
  return names.filter((name) => isShape(name) || !BESIDE.test(name) || !shapes.has(stem(name)));
}

/** Paths of all files that are read for the one at `location`: of a .shp its parts in the same folder. */
export async function filesOf(location: string): Promise<string[]> {
  if (!isShape(path.basename(location))) return [location];
  const folder = path.dirname(location);
  const names = await readdir(folder);
  return partsOfShape(path.basename(location), names.toSorted()).map((name) => path.join(folder, name));
}
