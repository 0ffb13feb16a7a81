// The levels of a territory, found by the codes of its files: which areas there are, which lie in which, what they are called.

import { bestAreaSource, type AreaSource } from "./area_sources.ts";
import { shapeOf, type CodeColumn, type CodeSpace } from "./codes.ts";
import { LEVEL_WORDS, levelWord, type LevelWord } from "./level_words.ts";
import { namesOf, type AreaNames } from "./names.ts";
import { namesOfFronts } from "./prefix_names.ts";
import { rivals, waysUp, type Way } from "./relations.ts";

export interface FoundLevel {
  readonly word: LevelWord;
  /** Null for a level that is known by the front of the codes below alone. */
  readonly space: CodeSpace | null;
  /** Null for a level that is dissolved from the one below. */
  readonly areas: AreaSource | null;
  /** Files with polygons of the level that are not used, because a level below has none. */
  readonly leftAside: AreaSource | null;
  /** To the level above; null for the top. */
  way: Way | null;
  readonly names: readonly AreaNames[];
  /** Further files with areas that the first lacks. */
  readonly also: readonly CodeColumn[];
  /** Codes of the top level in which no area lies. */
  readonly empty: readonly string[];
  /** Set where its codes are made of names. */
  readonly isByName?: true;
}

/** Older codes of a level beside the present ones in a look-up table. */
export interface OlderCodes {
  /** The level whose look-up table it is, and the column of its codes. */
  readonly at: FoundLevel;
  readonly key: CodeColumn;
  readonly older: CodeColumn;
  readonly present: CodeColumn;
}

/** A level has fewer areas than this part of those below. */
const FEWER = 0.9;
/** Most levels of a dataset. */
const MOST_LEVELS = 6;
/** Codes of the top level without areas, up to which they are left out by `where`. */
const MOST_EMPTY = 10;

/** The codes that a level itself lists. */
const ownCodes = (space: CodeSpace, areas: AreaSource | null): ReadonlySet<string> =>
  areas?.key.codes ??
  space.columns.filter(({ isKey }) => isKey).toSorted((a, b) => b.codes.size - a.codes.size)[0]?.codes ??
  space.codes;

/** What a level is called: by the headers of its codes, else by the names of their files. */
function wordOf(space: CodeSpace, taken: ReadonlySet<string>): LevelWord | undefined {
  const keysFirst = space.columns.toSorted((a, b) => Number(b.isKey) - Number(a.isKey));
  const hints = [
    ...keysFirst.map(({ column }) => column.name),
    ...keysFirst.map(({ source }) => source.spec.layer ?? source.spec.file.split("/").at(-1)!),
  ];
  for (const hint of hints) {
    const word = levelWord(hint);
    if (word && !taken.has(word.id)) return word;
  }
  return undefined;
}

/** The spaces from the lowest level up, each with the way to the next one. */
function chain(spaces: readonly CodeSpace[]): { space: CodeSpace; way: Way | null }[] {
  const withAreas = spaces.filter((space) => bestAreaSource(space, spaces) !== null);
  const lowest = (withAreas.length > 0 ? withAreas : spaces).toSorted(
    (a, b) => b.codes.size - a.codes.size,
  )[0];
  if (!lowest) return [];
  const found: { space: CodeSpace; way: Way | null }[] = [{ space: lowest, way: null }];
  const others = spaces.filter((space) => space !== lowest).toSorted((a, b) => b.codes.size - a.codes.size);
  for (const above of others) {
    const below = found.at(-1)!;
    const own = ownCodes(above, bestAreaSource(above, spaces));
    const ownBelow = ownCodes(below.space, bestAreaSource(below.space, spaces));
    if (own.size >= FEWER * ownBelow.size) continue;
    const [way] = waysUp({ space: below.space, own: ownBelow }, { space: above, own });
    if (!way || found.length >= MOST_LEVELS) continue;
    below.way = way;
    found.push({ space: above, way: null });
  }
  return found;
}

/** Codes of the top level that no area below leads to. */
function emptyCodes(top: ReadonlySet<string>, below: CodeSpace, way: Way): string[] {
  const reached =
    way.kind === "prefix" ? new Set([...below.codes].map((code) => code.slice(0, way.length))) : way.to.codes;
  const empty = [...top].filter((code) => !reached.has(code));
  return empty.length <= MOST_EMPTY && empty.length < top.size ? empty : [];
}

/** Lengths of codes by level, as China's divisions have them. */
const DIVISIONS: readonly (readonly [length: number, id: string])[] = [
  [2, "province"],
  [4, "prefecture"],
  [6, "county"],
  [9, "township"],
];

/** Levels above a single one, by the front of its codes. */
function levelsOfPrefixes(
  codes: ReadonlySet<string>,
  own: CodeColumn | undefined,
  isTaken: (id: string) => boolean,
): FoundLevel[] {
  const [first] = codes;
  const isUniform = [...codes].every((code) => /^\d+$/.test(code) && code.length === first!.length);
  if (!isUniform) return [];
  const found: FoundLevel[] = [];
  let below = codes.size;
  for (const [length, id] of DIVISIONS.toReversed()) {
    if (length >= first!.length) continue;
    const groups = new Set([...codes].map((code) => code.slice(0, length))).size;
    if (groups > FEWER * below || (groups === 1 && found.length > 0)) continue;
    const word = LEVEL_WORDS.find((each) => each.id === id)!;
    if (isTaken(id)) continue;
    const way: Way = { kind: "prefix", length };
    const last = found.at(-1);
    if (last) last.way = way;
    found.push({
      word,
      space: null,
      areas: null,
      leftAside: null,
      way: null,
      names: own ? namesOfFronts(own, length, word) : [],
      also: [],
      empty: [],
    });
    below = groups;
  }
  return found;
}

/** The codes of every level, top to bottom: of one that codes below begin with, those beginnings. */
export function codesByLevel(levels: readonly FoundLevel[]): ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = [];
  for (const { space } of levels.toReversed()) {
    const below = found[0] ?? new Set<string>();
    const way = levels[levels.length - found.length]?.way;
    const fronts = way?.kind === "prefix" ? [...below].map((code) => code.slice(0, way.length)) : [];
    found.unshift(space?.codes ?? new Set(fronts));
  }
  return found;
}

/** The levels, top to bottom. */
export function findLevels(spaces: readonly CodeSpace[]): FoundLevel[] {
  const links = chain(spaces);
  const levels: FoundLevel[] = [];
  const taken = new Set<string>();
  let isDrawn = true;
  for (const [at, { space, way }] of links.entries()) {
    const areas = bestAreaSource(space, spaces);
    isDrawn &&= areas !== null || at === 0;
    const word = wordOf(space, taken) ?? {
      id: `level_${links.length - at}`,
      label: { en: `Level ${links.length - at}`, zh: `第${links.length - at}级` },
      plural: `Areas of level ${links.length - at}`,
      words: [],
    };
    taken.add(word.id);
    const own = isDrawn ? (areas ?? listOf(space)) : null;
    const isTop = at === links.length - 1;
    const below = links[at - 1];
    levels.push({
      word,
      space,
      areas: own,
      leftAside: isDrawn ? null : areas,
      way,
      names: namesOf(space, own?.key ?? null, word),
      also: at === 0 && own ? furtherFiles(space, own.key) : [],
      empty: isTop && own && below?.way ? emptyCodes(own.key.codes, below.space, below.way) : [],
    });
  }
  if (levels.length === 1) {
    const { areas } = levels[0]!;
    const above = levelsOfPrefixes(ownCodes(links[0]!.space, areas), areas?.key, (id) => taken.has(id));
    const [next] = above;
    if (next) {
      const [code] = links[0]!.space.codes;
      const lengths = DIVISIONS.filter(([, id]) => id === next.word.id).map(([length]) => length);
      levels[0]!.way = { kind: "prefix", length: Math.min(lengths[0]!, code!.length - 1) };
    }
    levels.push(...above);
  }
  return levels.toReversed();
}

/** A table that lists the areas of the lowest level where none has a place. */
function listOf(space: CodeSpace): AreaSource | null {
  const [key] = space.columns.filter(({ isKey }) => isKey).toSorted((a, b) => b.codes.size - a.codes.size);
  return key ? { key, rank: 0 } : null;
}

/** Tables of the lowest level with areas that its own file lacks; totals and notes below a table have no code of the shape of others. */
function furtherFiles(space: CodeSpace, own: CodeColumn): CodeColumn[] {
  const shapes = new Set([...own.codes].map(shapeOf));
  return space.columns.filter(
    ({ source, isKey, codes }) =>
      isKey &&
      source !== own.source &&
      [...codes].some((code) => !own.codes.has(code) && shapes.has(shapeOf(code))),
  );
}

/** Columns of older codes beside those that lead up from a level. */
export function olderCodes(levels: readonly FoundLevel[]): OlderCodes[] {
  const found: OlderCodes[] = [];
  for (const level of levels) {
    const { way } = level;
    if (way?.kind !== "columns") continue;
    const above = levels[levels.indexOf(level) - 1]!;
    for (const older of rivals(above.space!, way.to)) {
      if (older.source !== way.to.source) continue;
      const at = levels
        .toReversed()
        .find(({ space }) => space?.columns.some(({ source, isKey }) => isKey && source === older.source));
      const key = at?.space?.columns.find(({ source, isKey }) => isKey && source === older.source);
      if (at && key) found.push({ at, key, older, present: way.to });
    }
  }
  return found;
}
