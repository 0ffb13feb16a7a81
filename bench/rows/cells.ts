// Cells for areas that are given as points: ours against one statement of plain PostGIS.

import type { Area } from "#server/import/boundaries/areas";
import { drawCells } from "#server/import/boundaries/cells";
import { FindingLog } from "#server/import/findings/finding_log";
import { alternate } from "#bench/rounds";
import type { Benchmark, Figure } from "#bench/row";

/** Parents whose children are drawn. */
const [MOST_PARENTS, QUICK_PARENTS] = [400, 100];

const PLAIN = `
  with parent as materialized (
    select p.geometry, ST_Collect(c.point) as points
    from geo.area p join geo.area c on c.boundary_version = p.boundary_version and c.level = $3 and c.parent_idx = p.idx
    where p.boundary_version = $1 and p.level = $2 and p.idx < $4
    group by p.idx, p.geometry
  )
  select count(ST_AsBinary(ST_Intersection(cell.geom, geometry)))::int as cells
  from parent cross join lateral ST_Dump(ST_VoronoiPolygons(points, 0, ST_Envelope(geometry))) as cell`;

export const cellsBenchmark: Benchmark = {
  name: "cells",
  async run({ territory, isQuick }) {
    const { database, boundaryVersion, levels } = territory;
    const mostParents = isQuick ? QUICK_PARENTS : MOST_PARENTS;
    const [level, above] = [levels.at(-1)!, levels.at(-2)!];
    const { rows } = await database.pool.query<{
      code: string;
      parentCode: string;
      wkb: Buffer | null;
      lon: number;
      lat: number;
      isParent: boolean;
    }>(
      `select code, parent_code as "parentCode", level = $2 as "isParent", ST_X(point) as lon, ST_Y(point) as lat,
              case when level = $2 then ST_AsBinary(geometry, 'NDR') end as wkb
       from geo.area where boundary_version = $1 and point is not null
         and (level = $2 and idx < $4 or level = $3 and parent_idx < $4)`,
      [boundaryVersion, above, level, mostParents],
    );
    const areas = rows.map(
      ({ code, parentCode, wkb, lon, lat, isParent }, row): Area & { isParent: boolean } => ({
        code,
        parentCode,
        wkb,
        isParent,
        row,
        names: {},
        point: isParent ? null : [lon, lat],
        file: "",
      }),
    );
    const parents = new Map(areas.filter(({ isParent }) => isParent).map((area) => [area.code, area]));
    const children = areas.filter(({ isParent }) => !isParent);
    const { rows: backends } = await database.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
    const pids = [backends[0]!.pid];
    const [own, plain] = await alternate(
      [
        {
          pids,
          round: (timed) =>
            timed(() => drawCells(level, children, parents, database, new FindingLog(), () => undefined)),
        },
        {
          pids,
          round: (timed) =>
            timed(() => database.pool.query(PLAIN, [boundaryVersion, above, level, mostParents])),
        },
      ],
      isQuick ? { rounds: 2, seconds: 3 } : { rounds: 5, seconds: 40 },
    );
    const figure = (label: string, { itemsPerCpuSecond, p50Ms }: NonNullable<typeof own>): Figure => ({
      label,
      value: itemsPerCpuSecond * children.length,
      details: { "wall ms": p50Ms },
    });
    return [
      {
        group: "cells",
        what: "Voronoi cells of points inside their parents",
        unit: "areas/s",
        ours: figure("import (checks every point, true distances, one query per parent)", own!),
        beside: figure("ST_VoronoiPolygons and ST_Intersection in one statement", plain!),
        conditions: `${children.length} points of level ${level} in ${parents.size} of level ${above}, per second of CPU of Node and PostgreSQL together, ${own!.rounds} rounds in turn`,
      },
    ];
  },
};
