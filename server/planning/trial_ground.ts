// A small ground for tests: villages on a line, a site in any of them, a school in the first.

import type { Ground, GroundVillage } from "./ground.ts";

/** Minutes from a village to the next. */
export const STEP_MIN = 20;

/** Villages on a line with the people given; every two are of one township, the first has a school with so many places. */
export function trialGround(people: readonly (number | null)[], schoolPlaces: number | null = null): Ground {
  const count = people.length;
  const villages = people.map((own, v): GroundVillage => ({
    code: `v${v}`,
    names: { en: `Village ${v}`, zh: `${v} 村` },
    township: Math.floor(v / 2),
    at: [106 + v / 10, 27],
    people: own,
    hasOne: v === 0,
    hasSmaller: v === 3,
  }));
  const minutes = (from: number, to: number): number => Math.abs(from - to) * STEP_MIN;
  return {
    key: { area: "a", kind: "primary_school", travel: "walk", period: "2022" },
    release: 1,
    area: { code: "a", names: { en: "Trial", zh: "试验" }, bbox: [106, 26, 107, 28] },
    demand: "pupils",
    villages,
    townships: Array.from({ length: Math.ceil(count / 2) }, (_, t) => ({
      code: `t${t}`,
      names: { en: `Township ${t}`, zh: `${t} 乡` },
      above: ["a", `c${t % 2}`],
    })),
    facilities: [
      {
        kind: "primary_school",
        names: { en: "School 0" },
        at: [106, 27],
        village: "v0",
        isCounted: true,
        places: schoolPlaces,
      },
    ],
    travel: {
      nearest: Float32Array.from(villages, (_, v) => minutes(v, 0)),
      state: new Uint8Array(count),
      existing: {
        rows: count,
        columns: 1,
        start: Uint32Array.from({ length: count + 1 }, (_, v) => v),
        column: new Uint32Array(count),
        minutes: Float32Array.from({ length: count }, (_, v) => minutes(v, 0)),
      },
      between: {
        rows: count,
        columns: count,
        start: Uint32Array.from({ length: count + 1 }, (_, v) => v * count),
        column: Uint32Array.from({ length: count * count }, (_, at) => at % count),
        minutes: Float32Array.from({ length: count * count }, (_, at) =>
          minutes(Math.floor(at / count), at % count),
        ),
      },
    },
    minutesTo: () => Promise.resolve(new Float32Array(count).fill(STEP_MIN)),
  };
}
