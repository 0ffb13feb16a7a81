// Names and centres of areas on the map: those inside the open one, and its neighbours.

import { areasContract } from "#domain/contract/areas";
import type { ListedArea } from "#domain/contract/areas";
import type { CatalogLevel } from "#domain/contract/catalog";
import { WHOLE_LEVEL, insideOf, isPlaceKnown, shownInside } from "./column.ts";
import { useAnswer } from "./use_answer.ts";
import { useView } from "./view_context.ts";

/** Always the same list, so that what is drawn of it need not be drawn again. */
const NO_NAMES: readonly ListedArea[] = [];

function useNames(level: CatalogLevel | null, parent: string | null): readonly ListedArea[] {
  const { catalog } = useView();
  const isWanted = level !== null && (parent !== null || level.areaCount <= WHOLE_LEVEL);
  const query = { release: catalog.address, level: level?.id, parent, limit: 10_000 };
  return useAnswer(areasContract, isWanted ? { query } : null).data?.areas ?? NO_NAMES;
}

/** The areas of the shown level, inside the open area if they lie there; none while they are on their way. */
export function useInsiders(): readonly ListedArea[] {
  const here = useView();
  return useNames(isPlaceKnown(here) ? here.resolved.level : null, shownInside(here));
}

/** Names of more areas than this would hide the data. */
const NAMED = 90;

/** The areas inside the open one of the lowest level above the shown one of which there are not too many; none while they are on their way. */
export function useAreasAbove(): readonly ListedArea[] {
  const here = useView();
  const { catalog, resolved } = here;
  const inside = insideOf(here);
  const at = catalog.levels.findIndex(({ id }) => id === resolved.level.id);
  const top = inside === null ? 0 : catalog.levels.findIndex(({ id }) => id === resolved.open?.level);
  const among = inside === null ? 1 : (catalog.levels[top]?.areaCount ?? 1);
  const level = catalog.levels.slice(top + 1, at).findLast(({ areaCount }) => areaCount / among <= NAMED);
  return useNames(isPlaceKnown(here) ? (level ?? null) : null, inside);
}

/** The areas beside the open one, with itself; none where they are the shown ones themselves, or lie below those. */
export function useSiblings(): readonly ListedArea[] {
  const here = useView();
  const { open } = here.resolved;
  const level = here.catalog.levels.find(({ id }) => id === open?.level) ?? null;
  return useNames(shownInside(here) === null ? null : level, open?.parents.at(-1)?.code ?? null);
}
