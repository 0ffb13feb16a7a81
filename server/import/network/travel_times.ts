// Graphs and travel times of a territory, searched once for each set of roads and schools, and stored.

import { buildGraph } from "#analysis/access/build_graph";
import { joinMatrices } from "#analysis/access/join_matrices";
import { Linker } from "#analysis/access/links";
import { travelMatrix, type Matrix } from "#analysis/access/matrix";
import type { Place } from "#analysis/access/reach";
import type { LonLat } from "#analysis/access/road";
import { villageReach } from "#analysis/access/states";
import { timeGraph } from "#analysis/access/timed_graph";
import type { Progress } from "#domain/progress";
import type { TravelScenario } from "#domain/travel";
import type { Database } from "#sql/connect";
import { NO_POINT } from "./access_figures.ts";
import { SCHOOL_KINDS, type School, type Villages } from "./read_places.ts";
import type { StoredRoad } from "./read_roads.ts";
import { storeGraph, storeTravel } from "./store_network.ts";

/** Schools that are farther away than this are not in the matrix. */
const LIMIT_MIN = 120;

/** What travel times hang on beside roads and schools. */
interface TravelOptions {
  readonly scenario: TravelScenario;
  readonly onProgress: Progress;
}

interface Territory {
  readonly villages: Villages;
  readonly boundaryVersion: number;
  readonly level: string;
}

export interface Travel {
  readonly schools: readonly School[];
  readonly matrix: Matrix;
  readonly nearestMinutes: Float32Array;
  readonly state: Uint8Array<ArrayBuffer>;
}

interface KnownGraph {
  readonly hash: string;
  readonly linker: Linker;
  /** The villages of which a place is known, and where each is among all. */
  readonly from: readonly Place[];
  readonly at: readonly number[];
}

/** Travel times of one territory: the same roads and schools in two periods are searched once. */
export class TravelTimes {
  readonly #database: Database;
  readonly #territory: Territory;
  readonly #options: TravelOptions;
  readonly #graphs = new Map<string, KnownGraph>();
  readonly #travels = new Map<string, Travel>();

  constructor(database: Database, territory: Territory, options: TravelOptions) {
    this.#database = database;
    this.#territory = territory;
    this.#options = options;
  }

  /** Minutes from all villages to the schools that are open, over the roads that can be used; stored where they are new. */
  async of(roads: readonly StoredRoad[], open: readonly School[]): Promise<Travel> {
    const graph = await this.#graph(roads);
    const key = [graph.hash, ...open.map(({ number }) => number)].join();
    const known = this.#travels.get(key);
    if (known) return known;
    const made = await this.#travel(graph, open);
    this.#travels.set(key, made);
    return made;
  }

  async #graph(roads: readonly StoredRoad[]): Promise<KnownGraph> {
    const key = roads.map(({ number }) => number).join();
    const known = this.#graphs.get(key);
    if (known) return known;
    const { graph, report } = buildGraph(roads);
    const numbers = roads.map(({ number }) => number);
    const hash = await storeGraph(this.#database.knex, graph, numbers, report);
    const linker = new Linker(timeGraph(graph, this.#options.scenario));
    const { points } = this.#territory.villages;
    const at = [...points.keys()].filter((v) => points[v] !== null);
    const from = at.map((v) => placeAt(linker, points[v]!));
    const made = { hash, linker, from, at };
    this.#graphs.set(key, made);
    return made;
  }

  async #travel({ hash, linker, from, at }: KnownGraph, open: readonly School[]): Promise<Travel> {
    const { villages, boundaryVersion, level } = this.#territory;
    const { scenario, onProgress } = this.#options;
    const count = villages.codes.length;
    const schools: School[] = [];
    const places: Place[] = [];
    const matrices: Matrix[] = [];
    for (const kind of SCHOOL_KINDS) {
      const own = open.filter((school) => school.kind === kind);
      if (own.length === 0) continue;
      const to = own.map((school) => placeAt(linker, school.at));
      const matrix = spread(travelMatrix(linker, from, to, LIMIT_MIN, onProgress), at, count);
      const state = new Uint8Array(count).fill(NO_POINT);
      for (const [i, code] of villageReach(linker, from, to).state.entries()) state[at[i]!] = code;
      const facilities = own.map(({ number }) => number);
      const key = { graph: hash, boundaryVersion, level, scenario, kind, facilities, limitMin: LIMIT_MIN };
      await storeTravel(this.#database.knex, key, matrix, state);
      schools.push(...own);
      places.push(...to);
      matrices.push(matrix);
    }
    const reach = villageReach(linker, from, places);
    const nearestMinutes = new Float32Array(count).fill(Infinity);
    const state = new Uint8Array(count).fill(NO_POINT);
    for (const [i, v] of at.entries()) {
      nearestMinutes[v] = reach.nearestMinutes[i]!;
      state[v] = reach.state[i]!;
    }
    return { schools, matrix: joinMatrices(count, matrices), nearestMinutes, state };
  }
}

/** A matrix of some of `count` villages as one of all, `at` being where each is. */
function spread(matrix: Matrix, at: readonly number[], count: number): Matrix {
  const start = new Uint32Array(count + 1);
  for (const [i, v] of at.entries()) start[v + 1] = matrix.start[i + 1]! - matrix.start[i]!;
  for (let v = 0; v < count; v++) start[v + 1]! += start[v]!;
  return { ...matrix, rows: count, start };
}

const placeAt = (linker: Linker, at: LonLat): Place => ({ at, links: linker.linksOf(at) });
