// The skeleton of the demo in typed arrays: land, cells, regions, roads, merges and divisions of all villages.

import type { Graph } from "./graph.ts";
import type { Mesh } from "./mesh.ts";
import type { Projection } from "./outline.ts";
import type { Regions } from "./regions.ts";
import type { Size } from "./size.ts";
import type { Terrain } from "./terrain.ts";

export interface Land {
  readonly seed: number;
  readonly size: Size;
  readonly terrain: Terrain;
  readonly mesh: Mesh;
  readonly graph: Graph;
  readonly regions: Regions;
  /** By cell: the cell that it was joined with in 2019, or itself. */
  readonly partner: Uint32Array;
  /** By cell: the cell that it was one village with until 2017, or itself. */
  readonly sibling: Uint32Array;
  /** Cells with the minutes that the way from one to the next takes. */
  readonly ways: Graph;
  /** By cell: minutes on the road to the nearest county town. */
  readonly minutes: Float32Array;
  /** By cell: 0 at the sea to about 1 on the crests. */
  readonly elevation: Float32Array;
  /** By cell: how hard life is there, mean 0 and standard deviation 1 over all cells. */
  readonly hardship: Float32Array;
  readonly project: Projection;
}
