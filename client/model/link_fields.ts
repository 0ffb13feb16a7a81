// A view as a link spells it: a mode by the parameters that only it has.

import type { AxisBounds } from "#domain/bivariate";
import type { MapSpec } from "./map_spec.ts";
import { DEFAULT_ORDER } from "./view.ts";
import type { ListOrder, Mode, View } from "./view.ts";

/** Every field of a link. */
export interface LinkFields extends Omit<View, "mode"> {
  readonly second: string | null;
  readonly since: string | null;
  readonly class: number | null;
  readonly bounds: AxisBounds;
  readonly secondBounds: AxisBounds;
  readonly order: ListOrder;
  readonly maps: readonly MapSpec[] | null;
  readonly swipe: boolean;
  readonly named: string | null;
}

const NO_MODE = {
  second: null,
  since: null,
  class: null,
  bounds: null,
  secondBounds: null,
  order: DEFAULT_ORDER,
  maps: null,
  swipe: false,
  named: null,
} as const;

/** The parameters of a view in a link; `viewOf` reads them. */
export function fieldsOf({ mode, ...rest }: View): LinkFields {
  const fields = { ...rest, ...NO_MODE };
  switch (mode.kind) {
    case "one":
      return fields;
    case "named":
      return { ...fields, named: mode.id };
    case "change":
    case "bivariate":
    case "compare": {
      const { kind: _kind, ...own } = mode;
      return { ...fields, ...own };
    }
  }
}

/** The view of a link. Of several modes that an address written by hand may name it takes the one that shows most. */
export function viewOf(fields: LinkFields): View {
  const { second, since, class: picked, bounds, secondBounds, order, maps, swipe, named, ...rest } = fields;
  const mode: Mode = maps
    ? { kind: "compare", maps, swipe }
    : second !== null
      ? { kind: "bivariate", second, class: picked, bounds, secondBounds, order }
      : since !== null
        ? { kind: "change", since }
        : named !== null
          ? { kind: "named", id: named }
          : { kind: "one" };
  return { ...rest, mode };
}
