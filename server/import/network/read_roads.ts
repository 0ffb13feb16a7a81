// Roads of the current batches, as the graph takes them.

import type { Knex } from "knex";
import type { Road } from "#analysis/access/road";
import type { RoadClass, Surface } from "#domain/road";
import type { OneWay } from "#domain/things";
import { query } from "#sql/query";
import { decodeLine } from "#sql/wkb";

const PAGE = 20_000;
const DIRECTIONS: Readonly<Record<OneWay, Road["oneWay"]>> = { both: 0, forward: 1, backward: -1 };

/** A road with the periods in which it can be used: from `opened` on, before `closed`. */
export interface StoredRoad extends Road {
  /** Of thing.road; its `id` is the same as a text. */
  readonly number: number;
  readonly opened: string | null;
  readonly closed: string | null;
}

interface RoadRow {
  readonly number: number;
  readonly class: RoadClass;
  readonly surface: Surface;
  readonly line: Buffer;
  readonly speed_kmh: number | null;
  readonly one_way: OneWay;
  readonly level: number;
  readonly opened: string | null;
  readonly closed: string | null;
}

/** All roads, by their number. */
export async function readRoads(db: Knex): Promise<StoredRoad[]> {
  const roads: StoredRoad[] = [];
  for (;;) {
    const rows = await query<RoadRow>(
      db,
      `select r.id as number, class, surface, st_asbinary(line, 'NDR') as line, speed_kmh, one_way, level, opened, closed
       from thing.road r join thing.batch b on b.id = r.batch
       where b.state = 'current' and r.id > ? order by r.id limit ${PAGE}`,
      [roads.at(-1)?.number ?? 0],
    );
    for (const row of rows)
      roads.push({
        number: row.number,
        id: String(row.number),
        line: decodeLine(row.line).map(([lon, lat]) => [lon!, lat!] as const),
        roadClass: row.class,
        surface: row.surface,
        oneWay: DIRECTIONS[row.one_way],
        speedKmh: row.speed_kmh,
        grade: row.level,
        opened: row.opened,
        closed: row.closed,
      });
    if (rows.length < PAGE) return roads;
  }
}
