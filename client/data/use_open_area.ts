// The record of the area that the view names, and of its parent where it has no children.

import { areaContract } from "#domain/contract/areas";
import type { AreaDetail } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import type { BaseView } from "#client/model/view.ts";
import type { ApiError } from "./api.ts";
import type { AnswerState } from "./use_answer.ts";
import { useAnswer } from "./use_answer.ts";

/** One area by its code; null asks nothing. */
export const useArea = (catalog: Pick<Catalog, "address">, code: string | null): AnswerState<AreaDetail> =>
  useAnswer(areaContract, code === null ? null : { params: { code }, query: { release: catalog.address } });

export interface OpenArea {
  /** The last that is known, perhaps that of an earlier view. */
  readonly area: AreaDetail | null;
  readonly parent: AreaDetail | null;
  /** Code that the view names, the root for none; null for a territory without a single top. */
  readonly code: string | null;
  /** Whether the record of that very area is there, so that the camera may go to it. */
  readonly isPlaced: boolean;
  /** The answer about the area in the link, with what went wrong. */
  readonly named: AnswerState<AreaDetail>;
  readonly isLoading: boolean;
  /** Why the area in the link is not there; null for one that this release does not hold. */
  readonly error: ApiError | null;
}

/** The area of a view. A link to an area that this release does not hold shows the whole, beside the word about it. */
export function useOpenArea({
  view,
  catalog,
}: {
  readonly view: BaseView;
  readonly catalog: Catalog;
}): OpenArea {
  const named = useArea(catalog, view.area ?? catalog.rootCode);
  const isUnknown = named.error?.status === 404;
  const top = useArea(catalog, isUnknown ? catalog.rootCode : null);
  const answer = isUnknown ? top : named;
  const area = answer.shown?.answer ?? null;
  const parentCode = area?.childLevel === null ? (area.parents.at(-1)?.code ?? null) : null;
  const parent = useArea(catalog, parentCode);
  const code = (isUnknown ? null : view.area) ?? catalog.rootCode;
  return {
    area,
    parent: parent.shown?.answer ?? null,
    code,
    isPlaced: (answer.data !== null || code === null) && (parentCode === null || parent.data !== null),
    named,
    isLoading: answer.isLoading || parent.isLoading,
    error: isUnknown ? null : named.error,
  };
}
