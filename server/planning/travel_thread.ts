// A thread that holds the roads of an area: minutes between its villages at once, to any other point when asked.

import { parentPort, workerData } from "node:worker_threads";
import { buildGraph } from "#analysis/access/build_graph";
import { Linker } from "#analysis/access/links";
import { travelMatrix, type Matrix } from "#analysis/access/matrix";
import { Reach, type Place } from "#analysis/access/reach";
import type { LonLat } from "#analysis/access/road";
import { villageReach } from "#analysis/access/states";
import { timeGraph } from "#analysis/access/timed_graph";
import {
  LIMIT_MIN,
  NO_POINT,
  type ColumnRequest,
  type FromThread,
  type TravelInput,
} from "./travel_messages.ts";

const { roads, scenario, villages, facilities } = workerData as TravelInput;
const port = parentPort!;
const send = (message: FromThread): void => port.postMessage(message);

const linker = new Linker(timeGraph(buildGraph(roads).graph, scenario));
const placeAt = (at: LonLat): Place => ({ at, links: linker.linksOf(at) });
const known = [...villages.keys()].filter((v) => villages[v] !== null);
const places = known.map((v) => placeAt(villages[v]!));

/** A matrix of the villages with a place as one of all villages: its rows are numbered as they are. */
function ofAllVillages(own: Matrix): Matrix {
  const count = villages.length;
  const start = new Uint32Array(count + 1);
  for (const [row, v] of known.entries()) start[v + 1] = own.start[row + 1]! - own.start[row]!;
  for (let v = 0; v < count; v++) start[v + 1]! += start[v]!;
  return { ...own, rows: count, start };
}

/** Minutes between the villages. */
function between(): Matrix {
  const own = ofAllVillages(travelMatrix(linker, places, places, LIMIT_MIN));
  return { ...own, columns: villages.length, column: own.column.map((c) => known[c]!) };
}

const nearest = new Float32Array(villages.length).fill(Infinity);
const state = new Uint8Array(villages.length).fill(NO_POINT);
const standing = facilities.map(placeAt);
const reached = villageReach(linker, places, standing);
for (const [row, v] of known.entries()) {
  nearest[v] = reached.nearestMinutes[row]!;
  state[v] = reached.state[row]!;
}
const existing = ofAllVillages(travelMatrix(linker, places, standing, LIMIT_MIN));
send({ type: "travel", travel: { nearest, state, between: between(), existing } });

const reach = new Reach(linker.timed, places, (from, to) => linker.offRoadMinutes(from, to));
port.on("message", ({ id, at }: ColumnRequest) => {
  const column = reach.column(placeAt(at), LIMIT_MIN);
  const minutes = new Float32Array(villages.length).fill(Infinity);
  for (const [entry, row] of column.places.entries()) minutes[known[row]!] = column.minutes[entry]!;
  send({ type: "column", id, minutes });
});
