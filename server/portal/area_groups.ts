// Areas as pages need them: the children of one area together, with their figures in all periods, kept for the next page.

import type { Text } from "#domain/text";
import { HAS_VALUE, MISSING } from "#domain/missing";
import { BoundedCache } from "#server/cache";
import type { IdxRange } from "#server/read/areas/area_index";
import { findArea } from "#server/read/areas/area_rows";
import { readSlices, type Slice } from "#server/read/columns/slices";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { readShapes, type Shape } from "./shapes.ts";

/** One figure of one area in one period. */
export interface Figure {
  readonly period: string;
  /** Null where there is none: `status` says why. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly status: number;
}

/** Areas of a level that are neighbours in its order. */
export interface AreaGroup {
  readonly level: string;
  readonly range: IdxRange;
  readonly shapes: readonly Shape[];
  code(idx: number): string;
  names(idx: number): Text;
  /** idx in the level above; −1 at the top. */
  parent(idx: number): number;
  /** Not surveyed where there is no column. */
  figure(idx: number, column: string, period: string): Figure;
}

const MAX_BYTES = 48 << 20;
const MAX_PLACE_BYTES = 8 << 20;
const PLACE_BYTES = 40;
const SLICE_BYTES = 21;
const POSITION_BYTES = 16;

const sizeOf = ({ shapes, range }: AreaGroup, columns: number): number =>
  (range.last - range.first + 1) * columns * SLICE_BYTES +
  shapes.reduce((sum, { rings }) => sum + rings.reduce((own, ring) => own + ring.length, 0), 0) *
    POSITION_BYTES;

/** Where an area is among those of its level. */
export interface AreaPlace {
  readonly level: string;
  readonly idx: number;
}

const placeKey = ({ boundaryVersion }: Release, code: string): string => `${boundaryVersion} ${code}`;

export class AreaGroups {
  readonly #store: Store;
  readonly #groups = new BoundedCache<{ group: AreaGroup; bytes: number }>(MAX_BYTES, ({ bytes }) => bytes);

  /** Also of the siblings of an area that was asked for: they are the next that are. */
  readonly #places = new BoundedCache<AreaPlace>(MAX_PLACE_BYTES, () => PLACE_BYTES);

  constructor(store: Store) {
    this.#store = store;
  }

  /** The areas of a level in `range`, with all columns and outlines. */
  async read(release: Release, level: string, range: IdxRange): Promise<AreaGroup> {
    const key = `${release.address} ${level} ${range.first} ${range.last}`;
    const { group } = await this.#groups.get(key, async () => {
      const [index, slices, shapes] = await Promise.all([
        this.#store.areas.level(release.boundaryVersion, level),
        readSlices(this.#store, release, level, range, { periods: null }),
        readShapes(this.#store, release.boundaryVersion, level, range),
      ]);
      const made = groupOf(index, slices, { level, range, shapes });
      for (let idx = range.first; idx <= range.last; idx++)
        this.#places.getNow(placeKey(release, index.code(idx)), () => ({ level, idx }));
      return { group: made, bytes: sizeOf(made, slices.length) };
    });
    return group;
  }

  /** Where the area with a code is; throws a 404. */
  place(release: Release, code: string): Promise<AreaPlace> {
    return this.#places.get(placeKey(release, code), async () => {
      const { detail, idx } = await findArea(this.#store, release, code);
      return { level: detail.level, idx };
    });
  }

  /** The siblings of an area, itself among them. */
  async siblings(release: Release, level: string, idx: number): Promise<AreaGroup> {
    const index = await this.#store.areas.level(release.boundaryVersion, level);
    const parent = index.parent(idx);
    return this.read(release, level, index.childrenOf({ first: parent, last: parent }));
  }
}

function groupOf(
  index: Pick<AreaGroup, "code" | "names" | "parent">,
  slices: readonly Slice[],
  { level, range, shapes }: Pick<AreaGroup, "level" | "range" | "shapes">,
): AreaGroup {
  const columns = new Map(slices.map((slice) => [`${slice.indicator} ${slice.period}`, slice]));
  return {
    level,
    range,
    shapes,
    code: (idx) => index.code(idx),
    names: (idx) => index.names(idx),
    parent: (idx) => index.parent(idx),
    figure(idx, column, period) {
      const slice = columns.get(`${column} ${period}`);
      const at = idx - range.first;
      const status = slice ? slice.status[at]! : MISSING["not-surveyed"].status;
      const numerator = slice?.numerator[at] ?? 0;
      const denominator = slice?.denominator?.[at] ?? null;
      return {
        period,
        status,
        numerator,
        denominator,
        value: status === HAS_VALUE ? numerator / (denominator ?? 1) : null,
      };
    },
  };
}
