// What every component may read: the view, how it is changed, the catalogue, and the view resolved against it.

import { createContext, useContext } from "react";
import type { Catalog } from "#domain/contract/catalog";
import type { ChangeView } from "#client/model/location.ts";
import type { ResolvedMode, ResolvedView } from "#client/model/resolved_view.ts";
import type { BaseView } from "#client/model/view.ts";

export interface ViewValue {
  readonly view: BaseView;
  readonly change: ChangeView;
  readonly catalog: Catalog;
  readonly resolved: ResolvedView;
}

export const ViewContext = createContext<ViewValue | null>(null);

/** The view and what belongs to it; throws outside of its provider. */
export function useView(): ViewValue {
  const value = useContext(ViewContext);
  if (!value) throw new Error("no view: the component stands outside of its provider");
  return value;
}

/** The mode of the view if it is of one kind, else null. */
export function useMode<K extends ResolvedMode["kind"]>(kind: K): Extract<ResolvedMode, { kind: K }> | null {
  const { mode } = useView().resolved;
  return mode.kind === kind ? (mode as Extract<ResolvedMode, { kind: K }>) : null;
}
