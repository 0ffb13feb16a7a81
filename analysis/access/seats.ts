// Who gets a place where facilities have only so many: as many people as possible, and nobody loses one but for a floor.

import type { Matrix } from "./matrix.ts";

/** People of a group of villages who must have a place. */
export interface SeatFloor {
  readonly villages: readonly number[];
  readonly people: number;
}

/** People of a village with a place in a facility. */
export type Seat = readonly [village: number, facility: number, people: number];

interface Pair {
  readonly village: number;
  readonly facility: number;
  readonly minutes: number;
  people: number;
}

/** A step of a search, after the one that it comes from. */
type Step = { readonly from: Step | null } & (
  | { readonly does: "take" | "give"; readonly pair: Pair }
  /** People of a village lose their places, and others of its group get some. */
  | { readonly does: "swap"; readonly loser: number; readonly winner: number }
);

/** Whose places a village below its floor may get. */
interface Givers {
  isOne(village: number): boolean;
  /** Villages of the same group that have people without a place. */
  fellows(village: number): readonly number[];
}

const NOBODY: Givers = { isOne: () => false, fellows: () => [] };

const EPSILON = 1e-9;

export class Seats {
  readonly #people: Float64Array;
  readonly #left: Float64Array;
  readonly #room: number[] = [];
  readonly #ofVillage: Pair[][];
  readonly #ofFacility: Pair[][] = [];

  /** Nobody has a place yet; `people` by village. */
  constructor(people: ArrayLike<number>) {
    this.#people = Float64Array.from(people);
    this.#left = this.#people.slice();
    this.#ofVillage = Array.from(this.#people, () => []);
  }

  /** People of each village without a place. */
  left(): Float64Array {
    return this.#left.slice();
  }

  /** Everybody with a place, by village. */
  taken(): Seat[] {
    return this.#ofVillage
      .flat()
      .flatMap(({ village, facility, people }) =>
        people > EPSILON ? [[village, facility, people] as const] : [],
      );
  }

  /**
   * Opens facilities, numbered on from those that are open already. The nearest are filled first; who is left then gets a place
   * where others can go on to another facility within the limit.
   */
  open({ rows, columns, start, column, minutes }: Matrix, places: readonly number[], limit: number): void {
    const first = this.#room.length;
    for (let c = 0; c < columns; c++) {
      this.#room.push(places[c]!);
      this.#ofFacility.push([]);
    }
    const added: Pair[] = [];
    for (let village = 0; village < rows; village++)
      for (let entry = start[village]!; entry < start[village + 1]!; entry++)
        if (minutes[entry]! <= limit)
          added.push({ village, facility: first + column[entry]!, minutes: minutes[entry]!, people: 0 });
    added.sort((a, b) => a.minutes - b.minutes || a.village - b.village || a.facility - b.facility);
    for (const pair of added) {
      const { village, facility } = pair;
      this.#ofVillage[village]!.push(pair);
      this.#ofFacility[facility]!.push(pair);
      pair.people = Math.min(this.#left[village]!, this.#room[facility]!);
      this.#left[village]! -= pair.people;
      this.#room[facility]! -= pair.people;
    }
    this.#fill();
  }

  /** Moves places to groups below their floor, taken from villages of groups that stay above theirs. */
  raise(floors: readonly SeatFloor[]): void {
    const groupOf = new Map(floors.flatMap(({ villages }, g) => villages.map((v) => [v, g] as const)));
    const seated = floors.map(({ villages }) =>
      villages.reduce((sum, v) => sum + this.#people[v]! - this.#left[v]!, 0),
    );
    const spare = (v: number): number => {
      const group = groupOf.get(v);
      return group === undefined ? Infinity : seated[group]! - floors[group]!.people;
    };
    for (const [g, { villages, people }] of floors.entries())
      for (const village of villages)
        while (this.#left[village]! > EPSILON && seated[g]! < people - EPSILON) {
          const last = this.#search(village, new Set(), {
            isOne: (v) => groupOf.get(v) !== g && spare(v) > EPSILON,
            fellows: (v) => {
              const group = groupOf.get(v);
              if (group === undefined || group === g) return [];
              return floors[group]!.villages.filter((own) => own !== v && this.#left[own]! > EPSILON);
            },
          });
          if (last?.does !== "give") break;
          const giver = last.pair.village;
          const wanted = Math.min(this.#left[village]!, people - seated[g]!, spare(giver));
          const most = Math.min(wanted, this.#mostMoved(last));
          this.#move(last, most);
          this.#left[village]! -= most;
          this.#left[giver]! += most;
          seated[g]! += most;
          const from = groupOf.get(giver);
          if (from !== undefined) seated[from]! -= most;
        }
  }

  #fill(): void {
    // What a search without success has come to leads to no room for anybody else either.
    const full = new Set<number>();
    for (const village of this.#left.keys())
      while (this.#left[village]! > EPSILON) {
        const seen = new Set(full);
        const last = this.#search(village, seen, NOBODY);
        if (last?.does !== "take") {
          for (const facility of seen) full.add(facility);
          break;
        }
        const { facility } = last.pair;
        const most = Math.min(this.#left[village]!, this.#room[facility]!, this.#mostMoved(last));
        this.#move(last, most);
        this.#left[village]! -= most;
        this.#room[facility]! -= most;
      }
  }

  /** The shortest chain from a village to a facility with room, or to a village that gives places up; null where there is none. */
  #search(village: number, seen: Set<number>, givers: Givers): Step | null {
    const known = new Set([village]);
    const queue: { readonly village: number; readonly from: Step | null }[] = [{ village, from: null }];
    for (const { village: at, from } of queue)
      for (const pair of this.#ofVillage[at]!) {
        if (seen.has(pair.facility)) continue;
        seen.add(pair.facility);
        const step: Step = { does: "take", pair, from };
        if (this.#room[pair.facility]! > EPSILON) return step;
        for (const other of this.#ofFacility[pair.facility]!) {
          if (other.people <= EPSILON || known.has(other.village)) continue;
          known.add(other.village);
          const given: Step = { does: "give", pair: other, from: step };
          if (givers.isOne(other.village)) return given;
          queue.push({ village: other.village, from: given });
          for (const winner of givers.fellows(other.village)) {
            if (known.has(winner)) continue;
            known.add(winner);
            queue.push({
              village: winner,
              from: { does: "swap", loser: other.village, winner, from: given },
            });
          }
        }
      }
    return null;
  }

  /** The most people that can be moved along the steps that end with this one. */
  #mostMoved(last: Step): number {
    let most = Infinity;
    for (let step: Step | null = last; step; step = step.from)
      if (step.does === "give") most = Math.min(most, step.pair.people);
      else if (step.does === "swap") most = Math.min(most, this.#left[step.winner]!);
    return most;
  }

  #move(last: Step, people: number): void {
    for (let step: Step | null = last; step; step = step.from)
      if (step.does === "swap") {
        this.#left[step.loser]! += people;
        this.#left[step.winner]! -= people;
      } else step.pair.people += step.does === "take" ? people : -people;
  }
}
