// The parts of a profile that `lens inspect` writes, as plain values with their comments.

import { crsName } from "#server/import/boundaries/crs";
import type { FileSpec } from "#server/import/profile/profile";
import { likelyCrs } from "./area_sources.ts";
import { keySpec, type FoundTable } from "./found_table.ts";
import { inExpression, type SeenSource } from "./seen_source.ts";
import type { FoundLevel, OlderCodes } from "./levels.ts";
import { OWN_LEVEL } from "./measured_columns.ts";
import type { AreaNames } from "./names.ts";
import type { CodeColumn } from "./codes.ts";
import { UNKNOWN } from "./name_levels.ts";

/** A value of the profile, and the comment above it. */
export interface Part {
  readonly value: Readonly<Record<string, unknown>>;
  readonly comments: readonly string[];
}

/** How a profile names a file. */
export const fileKeys = ({ file, entry, layer, encoding, header, skip }: FileSpec): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ file, entry, layer, encoding, header, skip }).filter(([, value]) => value !== undefined),
  );

/** The coordinate system where the file does not say it. */
export const crsKey = (source: SeenSource): { crs?: string } => {
  const crs = likelyCrs(source);
  return crs ? { crs } : {};
};

function nameValue({ key, column }: AreaNames, own: CodeColumn | null): unknown {
  if (own && key.source === own.source) return column.name;
  return { ...fileKeys(key.source.spec), key: keySpec(key), column: column.name };
}

const namesValue = (names: readonly AreaNames[], own: CodeColumn | null): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name.language, nameValue(name, own)]));

function parentValue({ way, areas }: FoundLevel, own: CodeColumn | null): unknown {
  if (!way) return undefined;
  if (way.kind === "prefix") return { prefix: way.length };
  const { from, to } = way;
  if (own && from.source === own.source && areas?.key === from) return keySpec(to);
  return {
    ...fileKeys(from.source.spec),
    key: keySpec(from),
    column: to.column.asKey ?? to.column.name,
    ...(to.pad === undefined ? {} : { pad: to.pad }),
  };
}

/** What else a file with further areas says of them. */
function alsoValue(key: CodeColumn, level: FoundLevel): Record<string, unknown> {
  const names = level.names.flatMap(({ language, column }) => {
    const own = key.source.columns.find(({ name }) => name.toLowerCase() === column.name.toLowerCase());
    return own ? [[language, own.name] as const] : [];
  });
  const parent = parentValue(level, null);
  return {
    ...fileKeys(key.source.spec),
    code: keySpec(key),
    ...(parent === undefined ? {} : { parent }),
    ...(names.length > 0 ? { name: Object.fromEntries(names) } : {}),
  };
}

function geometryValue({ areas }: FoundLevel): Record<string, unknown> {
  if (!areas) return {};
  if (areas.polygons) {
    const { column, key } = areas.polygons;
    return {
      geometry: {
        ...fileKeys(key.source.spec),
        ...crsKey(key.source),
        key: key.column.name,
        column: column.name,
      },
    };
  }
  return { ...crsKey(areas.key.source), ...(areas.point ? { point: areas.point } : {}) };
}

/** A level of the profile. `older` are columns of older codes in its look-up table. */
export function levelPart(level: FoundLevel, older: readonly OlderCodes[]): Part {
  const { word, areas, names, also, empty } = level;
  const own = areas?.key ?? null;
  const parent = parentValue(level, own);
  const mine = older.filter(({ at }) => at === level);
  const value = {
    id: word.id,
    label: word.label,
    plural: { en: word.plural },
    ...(own ? { ...fileKeys(own.source.spec), code: keySpec(own) } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(names.length > 0 ? { name: namesValue(names, own) } : {}),
    ...(own && empty.length > 0
      ? { where: empty.map((code) => `${inExpression(own.column)} != "${code}"`).join(" && ") }
      : {}),
    ...geometryValue(level),
    ...(also.length > 0 ? { also: also.map((key) => alsoValue(key, level)) } : {}),
    ...(mine.length > 0
      ? {
          same: mine.map(({ key, older: column, present }) => ({
            ...fileKeys(key.source.spec),
            key: keySpec(key),
            column: column.column.name,
            as: present.column.name,
          })),
        }
      : {}),
  };
  return { value, comments: levelComments(level, mine) };
}

/** The system of a file: its number, of WKT the name alone. */
function crsInWords({ crs }: SeenSource): string {
  if (crs === null) return "longitude and latitude";
  const name = crsName(crs);
  return /^[A-Z]+\["([^"]+)"/.exec(name)?.[1] ?? name;
}

function levelComments(
  { space, areas, leftAside, names, also, empty, way, isByName }: FoundLevel,
  older: readonly OlderCodes[],
): string[] {
  const comments: string[] = [];
  const source = areas?.key.source;
  if (source) {
    const crs = crsInWords(source);
    const drawn = areas.polygons?.key.source ?? source;
    const kind =
      areas.polygons || (source.geometry === "polygons" && !areas.point)
        ? `polygons (${drawn.format}, ${drawn.crs === null ? crs : crsInWords(drawn)})`
        : areas.point
          ? "points, which get cells inside their parent"
          : "no geometry: the level is a ranked list";
    comments.push(`sure: ${areas.key.codes.size} areas, ${kind}`);
    if (likelyCrs(drawn) === null)
      comments.push(
        `to be filled: its coordinates (${Math.round(drawn.bounds!.west)}, ${Math.round(drawn.bounds!.south)}, …) are no degrees; write crs: EPSG:…`,
      );
    else if (likelyCrs(drawn)) comments.push("guessed: the coordinate system, by the zone in its eastings");
  } else comments.push("no file: dissolved from the level below, so that borders are the same lines");
  if (leftAside)
    comments.push(
      `not used: the polygons of ${leftAside.key.source.spec.file}, since a level below has none of its own`,
    );
  if (isByName)
    comments.push(
      "guessed: no column holds codes, so that they are made of names; a name that changes is another area",
    );
  if (space === null)
    comments.push(
      names.length === 0
        ? "guessed: by the length of the codes; it has no names"
        : `guessed: by the length of the codes; ${names[0]!.column.name} has one name for each`,
    );
  if (areas?.key.pad !== undefined)
    comments.push(`sure: codes have lost zeros at their front; they are restored to ${areas.key.pad} digits`);
  if (way?.kind === "prefix")
    comments.push(`sure: the first ${way.length} characters of a code are its parent`);
  if (names.length === 0 && space !== null)
    comments.push("no column with names was found: areas are called by their codes");
  if (also.length > 0) comments.push("sure: further files list areas that the first lacks");
  if (empty.length > 0) comments.push(`left out: ${empty.join(", ")}, in which no area lies`);
  for (const { older: column, present } of older)
    comments.push(
      `guessed: ${column.column.name} holds older codes, ${present.column.name} the present ones`,
    );
  return comments;
}

/** Lineages by the columns of older codes; those that change once, since a year that is guessed. */
export const lineageParts = (older: readonly OlderCodes[], since: string): Part[] =>
  older.map(({ key, older: column, present }) => ({
    value: {
      ...fileKeys(key.source.spec),
      from: column.column.name,
      to: present.column.name,
      kind: "recoded",
      since,
    },
    comments: ["guessed: since when, by the names of the columns"],
  }));

/** Names that are listed in a comment. */
const FEW_NAMES = 5;

/** How sure it is that the names of a table are those of areas. */
function nameComments({ codes }: CodeColumn): string[] {
  const unknown = [...codes]
    .filter((code) => code.startsWith(UNKNOWN))
    .map((code) => code.slice(UNKNOWN.length));
  if (unknown.length === 0) return [`sure: each of its ${codes.size} names is one area`];
  const some = unknown.slice(0, FEW_NAMES).join(", ");
  return [
    `to be filled: ${unknown.length} of ${codes.size} names are no areas (${some}${unknown.length > FEW_NAMES ? ", …" : ""}): write a table of aliases`,
  ];
}

/** A table of the profile. */
export function tablePart(table: FoundTable): Part {
  const { spec, key, level, period, columns, pivot, join, source } = table;
  const value = {
    id: table.id,
    ...fileKeys(spec),
    level: level.word.id,
    key: keySpec(key),
    period,
    ...(table.where ? { where: table.where } : {}),
    ...(table.rows ? { rows: table.rows } : {}),
    ...(join
      ? { join: [{ ...fileKeys(join.key.source.spec), key: keySpec(join.key), columns: join.columns }] }
      : {}),
    ...(pivot
      ? { pivot }
      : { columns: Object.fromEntries(columns.map(({ measure, spec: own }) => [measure, own])) }),
    ...(table.missing ? { missing: table.missing } : {}),
    ...(table.decimal ? { decimal: table.decimal } : {}),
    ...(table.checks?.length ? { checks: table.checks } : {}),
  };
  const comments = [
    `sure: ${source.rowCount} rows of ${level.word.id} by ${key.column.name} (${source.format})`,
  ];
  if (key.column.asKey) comments.push(...nameComments(key));
  comments.push(`period: ${table.periodRemark}`, ...table.remarks);
  if (table.missing)
    comments.push(
      `guessed: what stands for no number (${Object.keys(table.missing)
        .map((word) => `"${word}"`)
        .join(", ")}), and why`,
    );
  if (columns.some(({ remark }) => remark === OWN_LEVEL))
    comments.push(
      `"${OWN_LEVEL}": rates and means do not add up; write weight: MEASURE in an indicator for the levels above`,
    );
  if (columns.some(({ remark }) => remark === "guessed: a count"))
    comments.push("guessed: columns of whole numbers are counts, where no header says what they are");
  const written = source.columns.filter((column) => column.isNumeric() && column.numbers().percents > 0);
  if (written.length > 0)
    comments.push(`sure: written in per cent, read as shares: ${written.map(({ name }) => name).join(", ")}`);
  return { value, comments };
}
