// One area of a release with those above it and its siblings, each with its figures.

import { ProblemError } from "#server/errors";
import { isWhole } from "#server/read/areas/whole";
import type { AreaGroup } from "./area_groups.ts";
import { say, type View } from "./view.ts";

/** An area among its siblings. */
export interface ChainLink {
  readonly group: AreaGroup;
  readonly idx: number;
  readonly code: string;
  readonly level: string;
  readonly name: string;
}

/** The area with a code and all above it, the top first; throws a 404. */
export async function readChain(view: View, code: string): Promise<readonly ChainLink[]> {
  const { release, groups } = view;
  if (isWhole(release, code)) throw new ProblemError(404, "unknown area", "the whole is the first page");
  const { level, idx } = await groups.place(release, code);
  const levels = release.catalog.levels.map(({ id }) => id);
  const chain: ChainLink[] = [];
  let at = idx;
  for (let ordinal = levels.indexOf(level); ordinal >= 0; ordinal--) {
    const group = await groups.siblings(release, levels[ordinal]!, at);
    chain.unshift({
      group,
      idx: at,
      code: group.code(at),
      level: levels[ordinal]!,
      name: say(view, group.names(at)),
    });
    at = group.parent(at);
  }
  return chain;
}

/** The areas of the next level in an area; null at the lowest. */
export async function readChildren(
  view: View,
  { level, idx }: Pick<ChainLink, "level" | "idx">,
): Promise<AreaGroup | null> {
  const { store, release, groups } = view;
  const { levels } = release.catalog;
  const child = levels[levels.findIndex(({ id }) => id === level) + 1];
  if (!child) return null;
  const index = await store.areas.level(release.boundaryVersion, child.id);
  const range = index.childrenOf({ first: idx, last: idx });
  return range.last < range.first ? null : groups.read(release, child.id, range);
}

/** All idx of a group. */
export const membersOf = ({ range }: Pick<AreaGroup, "range">): number[] =>
  Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);

/** What a level is called in the middle of a sentence; of several areas. */
export function levelWord(view: View, id: string, isPlural = false): string {
  const level = view.release.catalog.levels.find((candidate) => candidate.id === id)!;
  return say(view, isPlural && view.language in (level.plural ?? {}) ? level.plural! : level.label);
}
