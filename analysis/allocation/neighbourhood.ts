// A better plan without proof, for problems that exchanges of one site leave short of the best.

import { interchange } from "./greedy.ts";
import { costOf, type Service } from "./service.ts";

/** Most sites that are moved at once. */
const MOST_MOVED = 6;

/** Numbers from 0 to below 1, the same in every run (Lewis, Goodman and Miller 1969). */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/**
 * The best plan of a variable neighbourhood search (Hansen and Mladenović 1997) around `plan`: some sites are moved at random, more
 * of them the longer nothing better is found, and the plan is improved by exchanges. `isOver` is asked before every turn.
 */
export function searchAround(
  service: Service,
  plan: readonly number[],
  turns: number,
  isOver: () => boolean,
): readonly number[] {
  const next = numbers();
  const barred = new Set([...service.fixed, ...service.forbidden]);
  const free = Array.from({ length: service.sites }, (_, j) => j).filter((j) => !barred.has(j));
  const cost = (open: readonly number[]): number => {
    const isOpen = new Uint8Array(service.sites);
    for (const j of open) isOpen[j] = 1;
    return costOf(service, isOpen);
  };
  let best = plan;
  let least = cost(plan);
  let moved = 1;
  for (let turn = 0; turn < turns && !isOver(); turn++) {
    const open = new Set(best);
    const movable = best.filter((j) => !barred.has(j));
    const closed = free.filter((j) => !open.has(j));
    for (let at = 0; at < Math.min(moved, movable.length, closed.length); at++) {
      open.delete(movable.splice(Math.floor(next() * movable.length), 1)[0]!);
      open.add(closed.splice(Math.floor(next() * closed.length), 1)[0]!);
    }
    const found = interchange(service, [...open]);
    const reached = cost(found);
    if (reached < least) [best, least, moved] = [found, reached, 1];
    else moved = (moved % MOST_MOVED) + 1;
  }
  return best;
}
