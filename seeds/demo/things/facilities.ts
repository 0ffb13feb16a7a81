// The facilities of the demo: schools, a vocational school for each prefecture, clinics, township offices.

import type { FacilityInput } from "#domain/things";
import type { Text } from "#domain/text";
import { hasClinic } from "#seeds/demo/facilities";
import type { Land } from "#seeds/demo/land";
import { MERGED_SINCE } from "#seeds/demo/merges";
import type { Places, Village } from "#seeds/demo/places";
import { mix, uniform } from "#seeds/demo/random";
import { JUNIOR_SCHOOL } from "#seeds/demo/schools";
import { SPLIT_SINCE } from "#seeds/demo/splits";
import { cellOfSchool, numberOfSchool } from "./school_years.ts";
import { seatsOf } from "./seats.ts";

/** A primary school with fewer pupils than this, over its years, is a teaching point. */
const TEACHING_POINT_BELOW = 70;
/** How far from the middle of its village a facility stands, as a share of a typical side of a village. */
const OFF_MIDDLE = 0.12;

/** The village of today that each cell belongs to. */
export function villagesByCell(land: Land, places: Places): readonly Village[] {
  const villages: Village[] = [];
  for (let township = 0; township < land.size.townships; township++)
    for (const village of places.villagesOf(township))
      for (const cell of village.cells) villages[cell] = village;
  return villages;
}

/** [lon, lat] near the middle of `cell`, in a direction of its own for every `role`. */
function pointIn({ mesh, seed, project }: Land, cell: number, role: number): [number, number] {
  const angle = 2 * Math.PI * (uniform(mix(seed, 56), cell) + role / 7);
  const away = OFF_MIDDLE * mesh.side * (0.6 + 0.4 * uniform(mix(seed, 57), cell, role));
  const [lon, lat] = project(
    mesh.sites[2 * cell]! + away * Math.cos(angle),
    mesh.sites[2 * cell + 1]! + away * Math.sin(angle),
  );
  return [lon!, lat!];
}

/** A name without what kind of area it is. */
const stemOf = ({ zh, en }: Text, suffix: RegExp): { zh: string; en: string } => ({
  zh: zh!.replace(suffix, ""),
  en: en!.replace(/ \S+$/, ""),
});

interface Ground {
  readonly land: Land;
  readonly places: Places;
  readonly villages: readonly Village[];
}

/** Periods by which a facility opened and closed, from those in which it is open; null at either end of the covered ones. */
function span(open: readonly number[], covered: readonly number[]): Pick<FacilityInput, "opened" | "closed"> {
  const [first, last] = [open[0]!, open.at(-1)!];
  return {
    opened: first === covered[0] ? null : String(first),
    closed: last === covered.at(-1) ? null : String(last + 1),
  };
}

/** A compulsory school by its key; `pupils` by year in which it is open. */
export function school(
  { land, places, villages }: Ground,
  key: number,
  pupils: ReadonlyMap<number, number>,
  covered: readonly number[],
): FacilityInput {
  const [cell, number] = [cellOfSchool(key), numberOfSchool(key)];
  const village = villages[cell]!;
  const open = [...pupils.keys()].sort((a, b) => a - b);
  const mean = [...pupils.values()].reduce((sum, count) => sum + count, 0) / open.length;
  const at = {
    code: `${village.code}.${village.cells.indexOf(cell) * 3 + number + 1}`,
    point: pointIn(land, cell, number),
    areaCode: village.code,
    locatedCode: village.code,
    ...span(open, covered),
  };
  if (number === JUNIOR_SCHOOL) {
    const { zh, en } = stemOf(townshipOf(land, places, cell).names, /(街道|镇|乡)$/);
    return { ...at, kind: "junior_school", names: { zh: `${zh}中学`, en: `${en} Junior Secondary School` } };
  }
  const { zh, en } = stemOf(village.names, /村$/);
  const second = village.cells.indexOf(cell) > 0 || number > 0;
  return mean < TEACHING_POINT_BELOW
    ? {
        ...at,
        kind: "teaching_point",
        names: {
          zh: `${zh}${second ? "第二" : ""}教学点`,
          en: `${en} ${second ? "Second " : ""}Teaching Point`,
        },
      }
    : {
        ...at,
        kind: "primary_school",
        names: {
          zh: `${zh}${second ? "第二" : ""}小学`,
          en: `${en} ${second ? "Second " : ""}Primary School`,
        },
      };
}

const townshipOf = (land: Land, places: Places, cell: number) =>
  places.regions[3]![land.regions.townshipOf[cell]!]!;

/** A vocational school in the first county town of every prefecture. */
export function vocationalSchools({
  land,
  places,
  villages,
}: Ground): (FacilityInput & { prefecture: number })[] {
  const { townOf, prefectureOf } = land.regions;
  return places.regions[1]!.map(({ names }, prefecture) => {
    const cell = townOf[prefectureOf.indexOf(prefecture)]!;
    const { zh, en } = stemOf(names, /市$/);
    return {
      prefecture,
      kind: "vocational_school",
      code: `${villages[cell]!.code}.v`,
      names: { zh: `${zh}职业技术学校`, en: `${en} Vocational School` },
      point: pointIn(land, cell, 3),
      areaCode: villages[cell]!.code,
      locatedCode: villages[cell]!.code,
      opened: null,
      closed: null,
    };
  });
}

/** An office at the seat of every township. */
export function townshipOffices({ land, places, villages }: Ground): FacilityInput[] {
  return Array.from(seatsOf(land), (cell) => {
    const { zh, en } = townshipOf(land, places, cell).names;
    return {
      kind: "township_office",
      code: `${villages[cell]!.code}.g`,
      names: { zh: `${zh!}${zh!.endsWith("街道") ? "办事处" : "人民政府"}`, en: `${en!} Office` },
      point: pointIn(land, cell, 4),
      areaCode: villages[cell]!.code,
      locatedCode: villages[cell]!.code,
      opened: null,
      closed: null,
    };
  });
}

/** Clinics in the years in which villages report one: of two cells that report together one has it. */
export function* clinics({ land, villages }: Ground, covered: readonly number[]): Generator<FacilityInput> {
  for (const [cell, village] of villages.entries()) {
    const open = covered.filter((year) => isClinicOf(land, cell, year));
    if (open.length === 0) continue;
    const { zh, en } = stemOf(village.names, /村$/);
    const which = village.cells.indexOf(cell);
    yield {
      kind: "clinic",
      code: `${village.code}.c${which + 1}`,
      names: {
        zh: `${zh}村${which > 0 ? "第二" : ""}卫生室`,
        en: `${en} ${which > 0 ? "Second " : ""}Village Clinic`,
      },
      point: pointIn(land, cell, 5),
      areaCode: village.code,
      locatedCode: village.code,
      ...span(open, covered),
    };
  }
}

/** Whether the clinic of the village that `cell` reports with is in this cell. */
export function isClinicOf(land: Land, cell: number, year: number): boolean {
  if (hasClinic(land, cell, year) !== true) return false;
  const period = String(year);
  const other =
    period >= MERGED_SINCE ? land.partner[cell]! : period < SPLIT_SINCE ? land.sibling[cell]! : cell;
  return other >= cell || hasClinic(land, other, year) !== true;
}
