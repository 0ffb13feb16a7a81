// What offices call the levels of a territory in the headers of their files. A new word is a row or a word of one.

import type { Text } from "#domain/text";

export interface LevelWord {
  readonly id: string;
  readonly label: Text;
  readonly plural: string;
  /** How headers begin that name it, lower case without signs; the first row that fits is taken. */
  readonly words: readonly string[];
}

export const LEVEL_WORDS: readonly LevelWord[] = [
  {
    id: "msoa",
    label: { en: "Middle layer area", zh: "中层区域" },
    plural: "Middle layer areas",
    words: ["msoa"],
  },
  {
    id: "lsoa",
    label: { en: "Small area", zh: "小区域" },
    plural: "Small areas",
    words: ["lsoa", "datazone"],
  },
  {
    id: "authority",
    label: { en: "Local authority", zh: "地方当局" },
    plural: "Local authorities",
    words: ["lad", "ltla", "authority"],
  },
  {
    id: "region",
    label: { en: "Region", zh: "大区" },
    plural: "Regions",
    words: ["nuts", "rgn", "region", "reg", "大区"],
  },
  {
    id: "country",
    label: { en: "Country", zh: "国家" },
    plural: "Countries",
    words: ["country", "ctry", "adm0", "国家"],
  },
  {
    id: "province",
    label: { en: "Province", zh: "省" },
    plural: "Provinces",
    words: ["prov", "adm1", "state", "shengji", "省"],
  },
  {
    id: "prefecture",
    label: { en: "Prefecture", zh: "市（州）" },
    plural: "Prefectures",
    words: ["pref", "city", "地市", "市", "州"],
  },
  {
    id: "district",
    label: { en: "District", zh: "县" },
    plural: "Districts",
    words: ["dist", "adm2", "bezirk"],
  },
  {
    id: "county",
    label: { en: "County", zh: "县" },
    plural: "Counties",
    words: ["county", "cty", "xian", "县", "区县"],
  },
  {
    id: "municipality",
    label: { en: "Municipality", zh: "市镇" },
    plural: "Municipalities",
    words: ["mun", "gemeinde"],
  },
  { id: "commune", label: { en: "Commune", zh: "乡" }, plural: "Communes", words: ["comm", "adm3"] },
  {
    id: "township",
    label: { en: "Township", zh: "乡镇" },
    plural: "Townships",
    words: ["township", "town", "xiang", "乡", "镇"],
  },
  { id: "ward", label: { en: "Ward", zh: "选区" }, plural: "Wards", words: ["ward", "wd"] },
  {
    id: "barangay",
    label: { en: "Barangay", zh: "描笼涯" },
    plural: "Barangays",
    words: ["brgy", "bgy", "barangay", "adm4"],
  },
  {
    id: "village",
    label: { en: "Village", zh: "村" },
    plural: "Villages",
    words: ["vil", "cun", "adm5", "行政村", "村"],
  },
];

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");

/** The level that a header or the name of a file names; undefined where it names none. */
export const levelWord = (text: string): LevelWord | undefined =>
  LEVEL_WORDS.find(({ words }) => words.some((word) => plain(text).startsWith(word)));

/** Whether a header speaks of a level, at its beginning or in one of its words. */
export const speaksOf = (header: string, level: LevelWord): boolean =>
  level.words.some(
    (word) =>
      plain(header).startsWith(word) ||
      header
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .some((part) => part.startsWith(word)),
  );
