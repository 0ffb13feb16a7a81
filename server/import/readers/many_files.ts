// Many files as one source: those of a folder, of a pattern (`yearbooks/*.csv`), or the members of an archive that fit one.

import { createHash } from "node:crypto";
import { glob, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { RuleId } from "#server/import/findings/rules";
import type { FileSpec } from "#server/import/profile/profile";
import { NO_DATA } from "./input_file.ts";
import { openFile, unpack, unwrap, type OpenedFile } from "./open_file.ts";
import { readSource } from "./read.ts";
import { filesOf, isShape, partsOfShape, withoutParts } from "./shapefile_parts.ts";
import type { Source } from "./source.ts";

export const MANY_LIMITS = {
  files: 10_000,
  /** All files together, as they lie on the disk. */
  bytes: 2 ** 31,
};
type Limits = typeof MANY_LIMITS;

/** One of several files: its name, and how it is opened. */
interface Part {
  readonly name: string;
  readonly open: () => Promise<OpenedFile>;
}

interface Parts {
  readonly parts: readonly Part[];
  /** SHA-256 of their names and contents. */
  readonly checksum: string;
}

/** Files and members that are never meant, whatever the pattern. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)/;
/** Whether a file that fits a pattern is meant: one that holds no data by its name only where the pattern names its kind. */
const isMeant = (name: string, pattern: string): boolean =>
  !HIDDEN.test(name) && (/\.\w+$/.test(pattern) || !NO_DATA.test(name));

const PATTERN = /[*?[\]{}]/;
/** By code units, so that the order is the same everywhere. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const fault = (file: string, rule: RuleId, message: string, action: string): ImportFault =>
  new ImportFault(message, { rule, file, action });

/** Throws an ImportFault for a name that leads out of the folder of the files. */
export function assertInside(folder: string, file: string): void {
  const within = path.relative(folder, path.resolve(folder, file));
  if (within === ".." || within.startsWith(`..${path.sep}`) || path.isAbsolute(within))
    throw fault(
      file,
      "file_outside",
      `leads out of the folder of the files, ${folder}`,
      'nothing was read; set "data" of the profile or LENS_DATA to a folder that holds all files',
    );
}

/** The files that a profile means where it names a folder or a pattern; null where it names one file. */
async function fileNames(folder: string, file: string): Promise<string[] | null> {
  const info = await stat(path.resolve(folder, file)).catch(() => null);
  if (info?.isFile()) return null;
  if (!info?.isDirectory() && !PATTERN.test(file)) return null;
  const pattern = info?.isDirectory() ? path.join(file, "**") : file;
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) {
    assertInside(folder, name);
    const isFile = (await stat(path.resolve(folder, name))).isFile();
    if (isFile && isMeant(path.basename(name), pattern)) names.push(name.split(path.sep).join("/"));
  }
  if (names.length === 0)
    throw fault(file, "file_missing", "no file fits it", "look at the folder and the pattern in the profile");
  return withoutParts(names).toSorted(byName);
}

async function partsOfFolder(
  folder: string,
  file: string,
  names: readonly string[],
  limits: Limits,
): Promise<Parts> {
  assertCount(file, names.length, limits);
  const hash = createHash("sha256");
  let bytes = 0;
  for (const name of names) {
    const location = path.resolve(folder, name);
    for (const part of await filesOf(location)) {
      bytes += (await stat(part)).size;
      if (bytes > limits.bytes)
        throw fault(
          file,
          "files_too_big",
          `its files hold more than ${limits.bytes} bytes`,
          "nothing was read; split them",
        );
      hash.update(`${part === location ? name : path.basename(part)}\n`).update(await readFile(part));
    }
  }
  return {
    parts: names.map((name) => ({ name, open: () => openFile(path.resolve(folder, name), name) })),
    checksum: hash.digest("hex"),
  };
}

function assertCount(file: string, count: number, limits: Limits): void {
  if (count > limits.files)
    throw fault(
      file,
      "too_many_files",
      `stands for ${count} files: at most ${limits.files} are read as one`,
      "nothing was read; put what belongs together into fewer files",
    );
}

async function partsOfArchive(
  { name: file, members, checksum }: OpenedFile,
  entry: string,
  limits: Limits,
): Promise<Parts> {
  const all = [...members.keys()];
  const fitting = all.filter((name) => path.matchesGlob(name, entry) && isMeant(name, entry));
  const names = withoutParts(fitting).toSorted(byName);
  if (names.length === 0)
    throw fault(
      file,
      "entry_unknown",
      `the archive has no "${entry}": known are ${[...members.keys()].slice(0, 20).join(", ")}`,
      'correct "entry" in the profile',
    );
  assertCount(file, names.length, limits);
  return {
    parts: names.map((name) => ({
      name: `${file}/${name}`,
      async open() {
        const member = members.get(name)!;
        const parts = isShape(name) ? partsOfShape(name, all) : [];
        return {
          name: `${file}/${name}`,
          checksum,
          bytes: await unwrap(name, member),
          members:
            parts.length > 1
              ? new Map(parts.map((part) => [part, members.get(part)!]))
              : await unpack(name, member),
        };
      },
    })),
    checksum,
  };
}

/** The files that a profile means by one name; null where it is one file. `opened` opens the archive that it names. */
export async function partsOf(
  folder: string,
  { file, entry }: FileSpec,
  opened: () => Promise<OpenedFile>,
  limits: Limits = MANY_LIMITS,
): Promise<Parts | null> {
  const names = await fileNames(folder, file);
  if (names) return partsOfFolder(folder, file, names, limits);
  if (entry === undefined || !PATTERN.test(entry)) return null;
  const archive = await opened();
  return archive.members.has(entry) ? null : partsOfArchive(archive, entry, limits);
}

/** Positions of `columns` in another file of the same table; throws an ImportFault where it has other columns. */
function positions(
  columns: readonly string[],
  own: readonly string[],
  file: string,
  first: string,
): number[] {
  const missing = columns.filter((name) => !own.includes(name));
  const further = own.filter((name) => !columns.includes(name));
  if (missing.length === 0 && further.length === 0) return columns.map((name) => own.indexOf(name));
  const parts = [
    missing.length > 0 ? `lacks ${missing.map((name) => `"${name}"`).join(", ")}` : "",
    further.length > 0 ? `has ${further.map((name) => `"${name}"`).join(", ")} beside them` : "",
  ].filter(Boolean);
  throw fault(
    file,
    "columns_differ",
    `does not have the columns of ${first}: it ${parts.join(" and ")}`,
    "nothing is imported; files that are read as one have the same columns, in any order",
  );
}

/** The rows of all files in the order of their names. Findings about a row name its file and the row there. */
export async function readParts({ parts }: Parts, spec: FileSpec, log: FindingLog): Promise<Source> {
  const options = { ...spec, entry: undefined };
  const read = async ({ open }: Part): Promise<Source> => readSource(await open(), log, options);
  const first = await read(parts[0]!);
  /** Where each file begins, in rows of the whole; a file of no row begins where the next does. */
  const starts: { readonly file: string; readonly from: number }[] = [];
  log.locate(spec.file, (row) => {
    const { file, from } = starts.findLast((start) => start.from < row) ?? { file: parts[0]!.name, from: 0 };
    return { file, row: row - from };
  });
  return {
    format: first.format,
    columns: first.columns,
    crs: first.crs,
    async *rows() {
      starts.length = 0;
      let from = 0;
      for (const part of parts) {
        const source = part === parts[0] ? first : await read(part);
        const places = positions(first.columns, source.columns, part.name, parts[0]!.name);
        if (source.crs !== first.crs)
          throw fault(
            part.name,
            "crs_differs",
            `is in ${source.crs ?? "no named system"}, and ${parts[0]!.name} in ${first.crs ?? "none"}`,
            "nothing is imported; write all of them in one coordinate system",
          );
        starts.push({ file: part.name, from });
        let last = 0;
        for await (const row of source.rows()) {
          last = row.number;
          yield {
            ...row,
            number: from + row.number,
            cells: places.map((at) => row.cells[at] ?? ""),
            file: part.name,
          };
        }
        from += last;
      }
    },
  };
}
