// What offices and open maps call kinds of facilities, classes of roads and surfaces; a new word is an entry here.

import { FACILITY_KINDS } from "#domain/facilities";
import { ROAD_CLASSES, ROAD_CLASS_ROWS, SURFACE_LABELS, SURFACES } from "#domain/road";

const KIND_WORDS: Readonly<Record<string, readonly string[]>> = {
  primary_school: ["primary", "elementary", "elementary school", "完全小学", "完小", "中心小学", "村小"],
  teaching_point: ["小学教学点", "村级教学点"],
  junior_school: ["junior", "junior high school", "middle school", "lower secondary", "初级中学", "普通初中"],
  vocational_school: ["vocational", "中职", "职业学校", "职业高中", "中等职业学校（机构）"],
  training_site: ["training centre", "training center", "培训中心", "培训点"],
  clinic: ["clinic", "health post", "卫生室", "村卫生所", "诊所"],
  township_office: ["乡镇人民政府", "乡政府", "镇政府"],
};

/** The second column of each is of OpenStreetMap, where a class says how a road is used and not who keeps it. */
const CLASS_WORDS: Readonly<Record<string, readonly string[]>> = {
  national: ["national", "国家级", "motorway", "trunk"],
  provincial: ["provincial", "省级", "primary"],
  county: ["county", "县级", "secondary"],
  township: ["township", "乡级", "镇道", "tertiary"],
  village_road: ["village", "村级", "通村公路", "unclassified", "residential", "service", "track"],
  footpath: ["path", "footway", "steps", "小路"],
  ferry: ["渡口"],
};
const SURFACE_WORDS: Readonly<Record<string, readonly string[]>> = {
  paved: ["asphalt", "concrete", "硬化", "水泥", "水泥路", "沥青", "柏油"],
  unpaved: ["gravel", "dirt", "earth", "ground", "未硬化", "砂石", "砂石路", "土路"],
  ford: [],
  unknown: ["未知"],
};

/** Towns of open maps are guessed to be seats of the level that they mostly are. */
const SEAT_ROWS = [
  { id: "prefecture_seat", label: { en: "prefecture seat", zh: "地级驻地" } },
  { id: "county_seat", label: { en: "county seat", zh: "县级驻地" } },
  { id: "township_seat", label: { en: "township seat", zh: "乡级驻地" } },
] as const;
const SEAT_WORDS: Readonly<Record<string, readonly string[]>> = {
  prefecture_seat: ["prefecture", "地级", "地市级", "市政府驻地", "州府", "地级行政中心", "city"],
  county_seat: [
    "county",
    "县级",
    "县城",
    "县政府驻地",
    "县人民政府驻地",
    "区政府驻地",
    "县级行政中心",
    "town",
  ],
  township_seat: [
    "township",
    "乡级",
    "乡镇级",
    "集镇",
    "乡镇政府驻地",
    "乡政府驻地",
    "镇政府驻地",
    "乡级行政中心",
  ],
};

const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");

const table = <Id extends string>(
  rows: readonly { readonly id: Id; readonly label: Readonly<Record<string, string>> }[],
  words: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, Id> =>
  new Map(
    rows.flatMap(({ id, label }) =>
      [id, ...Object.values(label), ...(words[id] ?? [])].map((word) => [folded(word), id] as const),
    ),
  );

const KINDS = table(FACILITY_KINDS, KIND_WORDS);
const CLASSES = table(
  ROAD_CLASSES.map((id) => ({ id, ...ROAD_CLASS_ROWS[id] })),
  CLASS_WORDS,
);
const SURFACE_IDS = table(
  SURFACES.map((id) => ({ id, label: SURFACE_LABELS[id] })),
  SURFACE_WORDS,
);

const SEATS = table(SEAT_ROWS, SEAT_WORDS);

/** What a word of a file means; undefined for one that is not known. */
export type Translate = (word: string) => string | undefined;
export const kindOf: Translate = (word) => KINDS.get(folded(word));
export const roadClassOf: Translate = (word) => CLASSES.get(folded(word));
export const surfaceOf: Translate = (word) => SURFACE_IDS.get(folded(word));
export const seatClassOf: Translate = (word) => SEATS.get(folded(word));
