// The sections `facilities`, `roads` and `context` that `lens inspect` writes, as plain values with their comments.

import { FACILITY_MEASURES } from "#domain/facilities";
import { builtInMeasure } from "./headers.ts";
import { codesByLevel, type FoundLevel } from "./levels.ts";
import { nameColumns } from "./names.ts";
import { periodOf } from "./periods.ts";
import { crsKey, fileKeys, type Part } from "./profile_nodes.ts";
import type { SeenColumn, SeenSource } from "./seen_source.ts";
import type { Chosen, FoundFacilities, FoundLayer, FoundRoads, FoundSeats } from "./things.ts";

/** So many of the villages of the addresses are areas of the lowest level. */
const MOST = 0.9;
const SPEED = /speed|时速|限速/i;
const ONE_WAY = /one_?way|单行/i;

const chosenValue = ({ column, as }: Chosen): unknown => ({ column: column.name, as });

const unknownWords = ({ column, unknown }: Chosen): string[] =>
  unknown.length > 0
    ? [`to be filled: ${unknown.join(", ")} in ${column.name} are not known, and their rows are left out`]
    : [];

const nameValue = (source: SeenSource): Record<string, unknown> => {
  const names = nameColumns(source);
  return names.length > 0
    ? { name: Object.fromEntries(names.map(({ language, column }) => [language, column.name])) }
    : {};
};

/** The column with codes of the lowest level. */
function villageColumn({ source, code }: FoundFacilities, lowest: FoundLevel | undefined): SeenColumn | null {
  const known = lowest?.space?.codes;
  if (!known) return null;
  const isVillage = (column: SeenColumn): boolean => {
    const codes = [...column.distinct];
    return codes.length > 0 && codes.filter((each) => known.has(each)).length >= MOST * codes.length;
  };
  return source.columns.find((column) => column !== code && isVillage(column)) ?? null;
}

function figuresOf({ columns }: SeenSource): Record<string, string> {
  const own = new Map<string, string>(
    FACILITY_MEASURES.flatMap(({ id, label }) => [id, label.en, label.zh].map((word) => [word, id])),
  );
  const found = columns.flatMap((column) => {
    const id = own.get(column.name.toLowerCase()) ?? builtInMeasure(column.name)?.id;
    const isFigure = FACILITY_MEASURES.some((measure) => measure.id === id) && column.isNumeric();
    return isFigure ? [[id!, column.name] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A list of facilities under an id of its own. `latest` is the last period of the tables. */
export function facilitiesPart(
  found: FoundFacilities,
  id: string,
  levels: readonly FoundLevel[],
  latest: string,
): Part {
  const { source, code, kind, point } = found;
  const village = villageColumn(found, levels.at(-1));
  const columns = figuresOf(source);
  const hasFigures = Object.keys(columns).length > 0;
  const period = periodOf(source);
  const isWritable = typeof period?.period === "string" || (period?.period && "column" in period.period);
  const value = {
    id,
    ...fileKeys(source.spec),
    ...crsKey(source),
    code: code.name,
    kind: chosenValue(kind),
    ...nameValue(source),
    point: point === "geometry" ? point : { lon: point.lon.name, lat: point.lat.name },
    ...(village ? { village: village.name } : {}),
    ...(hasFigures ? { period: isWritable ? period!.period : latest, columns } : {}),
  };
  return {
    value,
    comments: [
      `sure: ${source.rowCount} facilities, each with a code in ${code.name}; kinds by the words in ${kind.column.name}`,
      ...unknownWords(kind),
      ...(hasFigures
        ? [
            `period: ${isWritable ? period!.because : "guessed: nothing says of which period the figures are"}`,
          ]
        : []),
      ...(village ? [`sure: ${village.name} holds codes of villages`] : []),
    ],
  };
}

/** A file of roads under an id of its own. */
export function roadsPart({ source, class: roadClass, surface }: FoundRoads, id: string): Part {
  const column = (pattern: RegExp): string | undefined =>
    source.columns.find(({ name }) => pattern.test(name))?.name;
  const [speed, oneWay] = [column(SPEED), column(ONE_WAY)];
  return {
    value: {
      id,
      ...fileKeys(source.spec),
      ...crsKey(source),
      class: chosenValue(roadClass),
      ...(surface ? { surface: chosenValue(surface) } : {}),
      ...(speed ? { speed } : {}),
      ...(oneWay ? { one_way: oneWay } : {}),
      ...nameValue(source),
    },
    comments: [
      `sure: ${source.rowCount} lines; guessed: what the words in ${roadClass.column.name} mean here`,
      ...unknownWords(roadClass),
      ...(surface ? unknownWords(surface) : ["no column says what the surface is"]),
    ],
  };
}

/** A layer of rivers or lakes. */
export const layerPart = ({ source, class: own }: FoundLayer): Part => {
  const { layer, ...file } = fileKeys(source.spec);
  return {
    value: {
      layer: "water",
      ...file,
      ...(layer === undefined ? {} : { in: layer }),
      ...crsKey(source),
      class: own,
      ...nameValue(source),
    },
    comments: [
      `guessed: ${own}s, by the name of the file; write rank for the larger ones to be shown from afar`,
    ],
  };
};

/** A layer of seats of government; the area of each is a column with codes of any level. */
export function seatsPart({ source, class: own, point }: FoundSeats, levels: readonly FoundLevel[]): Part {
  const { layer, header: _header, skip: _skip, ...file } = fileKeys(source.spec);
  const known = codesByLevel(levels);
  const isOfLevel = ({ distinct }: SeenColumn): boolean =>
    known.some((own) => {
      const codes = [...distinct];
      return codes.length > 0 && codes.filter((code) => own.has(code)).length >= MOST * codes.length;
    });
  const area = source.columns.find(isOfLevel);
  return {
    value: {
      layer: "seats",
      ...file,
      ...(layer === undefined ? {} : { in: layer }),
      ...crsKey(source),
      class: typeof own === "string" ? own : chosenValue(own),
      ...nameValue(source),
      ...(area ? { area: area.name } : {}),
      ...(point === "geometry" ? {} : { point: { lon: point.lon.name, lat: point.lat.name } }),
    },
    comments: [
      typeof own === "string"
        ? `guessed: ${source.rowCount} seats, by the name of the file; of which level each is: ${own}`
        : `sure: ${source.rowCount} places with a name and a point; guessed: what the words in ${own.column.name} mean here`,
      ...(typeof own === "string" ? [] : unknownWords(own)),
      area
        ? `sure: ${area.name} holds codes of the areas whose seats they are`
        : "no column says of which area each is the seat",
    ],
  };
}
