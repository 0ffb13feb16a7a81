// Areas that are given as points get Voronoi cells: of their parent, the part that is nearer to them than to their siblings.

import type { MultiPolygon, Position } from "geojson";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { decodeWkb } from "#sql/wkb";
import { isInRing } from "#tiles/ring";
import type { Area } from "./areas.ts";
import type { FindingLog } from "#server/import/findings/finding_log";
import { isGeometryFailure } from "./repair_geometry.ts";
import type { RuleId } from "#server/import/findings/rules";

/** A point farther outside its parent than this is in the wrong place; nearer ones are taken for a coarse border. */
const MAX_OUTSIDE_M = 5000;
const METRES_PER_DEGREE = 111_320;

/** Metres from a point to the nearest border of a polygon, 0 for a point inside. Flat, for short distances. */
function metresOutside(point: readonly [number, number], polygon: MultiPolygon): number {
  const rings = polygon.coordinates.flat();
  if (rings.reduce((isInside, ring) => isInside !== isInRing(ring, ...point), false)) return 0;
  const scale = Math.cos((point[1] * Math.PI) / 180);
  let nearest = Infinity;
  const local = (position: Position): [number, number] => [
    (position[0]! - point[0]) * scale,
    position[1]! - point[1],
  ];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = local(ring[i]!);
      const [bx, by] = local(ring[i + 1]!);
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
    }
  return nearest * METRES_PER_DEGREE;
}

/** Points of one parent that can have a cell; the others are reported. */
function placed(parent: Area | undefined, children: readonly Area[], log: FindingLog): Area[] {
  const clip = parent?.wkb ? decodeWkb(parent.wkb) : null;
  const taken = new Map<string, Area>();
  return children.filter((area) => {
    const at = { file: area.file, row: area.row, value: area.code };
    const refuse = (rule: RuleId, message: string): false => {
      log.add({ ...at, severity: "warning", rule, message, action: "it is counted but not drawn" });
      return false;
    };
    if (!clip)
      return refuse(
        "parent_not_drawn",
        `"${area.code}" lies in "${area.parentCode}", which has no polygon to give it a cell of`,
      );
    const point = area.point!;
    const first = taken.get(point.join(" "));
    if (first) return refuse("point_twice", `"${area.code}" has the same point as "${first.code}"`);
    const metres = metresOutside(point, clip);
    if (metres > MAX_OUTSIDE_M)
      return refuse(
        "point_outside_parent",
        `"${area.code}" lies ${Math.round(metres)} m outside "${area.parentCode}": at most ${MAX_OUTSIDE_M} m are taken`,
      );
    taken.set(point.join(" "), area);
    if (metres > 0)
      log.add({
        ...at,
        severity: "warning",
        rule: "point_outside_parent",
        message: `"${area.code}" lies ${Math.round(metres)} m outside "${area.parentCode}"`,
        action: "it has the part of its parent that is nearest to it, if there is one",
      });
    return true;
  });
}

/** The cells of points in one polygon, by PostGIS; none when it gives up. JIT is off: compiling so small a query takes longer than running it. */
async function cellsOf(
  areas: readonly Area[],
  clip: Buffer,
  database: Pick<Database, "pool">,
): Promise<{ ordinal: number; cell: Buffer | null }[]> {
  const client = await database.pool.connect();
  try {
    await client.query("begin; set local jit = off");
    const { rows } = await client.query<{ ordinal: number; cell: Buffer | null }>(
      "select ordinal, cell from geo.voronoi_cells($1::float8[], $2::float8[], $3)",
      [areas.map((area) => area.point![0]), areas.map((area) => area.point![1]), clip],
    );
    return rows;
  } catch (error) {
    if (isGeometryFailure(error)) return [];
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Makes the polygon of every area with a point: its cell inside the polygon of its parent. */
export async function drawCells(
  level: string,
  areas: Iterable<Area>,
  parents: ReadonlyMap<string, Area>,
  database: Pick<Database, "pool">,
  log: FindingLog,
  onProgress: Progress,
): Promise<void> {
  const siblings = new Map<string, Area[]>();
  for (const area of areas) {
    if (!area.point) continue;
    const group = siblings.get(area.parentCode ?? "");
    if (group) group.push(area);
    else siblings.set(area.parentCode ?? "", [area]);
  }
  let done = 0;
  for (const [code, children] of siblings) {
    if (done % 50 === 0) onProgress({ what: `drawing cells of level ${level}`, done, total: siblings.size });
    done++;
    const parent = parents.get(code);
    const drawn = placed(parent, children, log);
    if (drawn.length === 0) continue;
    for (const { ordinal, cell } of await cellsOf(drawn, parent!.wkb!, database))
      drawn[ordinal - 1]!.wkb = cell;
    for (const area of drawn)
      if (!area.wkb)
        log.add({
          severity: "warning",
          rule: "cell_empty",
          file: area.file,
          row: area.row,
          value: area.code,
          message: `no part of "${area.parentCode}" is nearest to "${area.code}"`,
          action: "it is counted but not drawn",
        });
  }
}
