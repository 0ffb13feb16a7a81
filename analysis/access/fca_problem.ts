// `fca` of `lens compute`: supply per head by floating catchments, from minutes that are given.

import { z } from "zod";
import { InputError, type Answer, type Problem } from "#analysis/problem";
import { threeStepCatchments, twoStepCatchments, type Catchments } from "./catchments.ts";
import type { Matrix } from "./matrix.ts";
import {
  binaryWeight,
  E2SFCA_ZONES,
  stepWeight,
  THREE_STEP_ZONES,
  type Weight,
  type Zone,
} from "./weights.ts";

/** Beyond it sums are not exact. */
const MAX_AMOUNT = 1e15;

const amount = z
  .number("must be a number of 0 or more")
  .nonnegative("must be 0 or more")
  .max(MAX_AMOUNT, `must be at most ${MAX_AMOUNT}`);
const minutes = z.number("must be a number of minutes").nonnegative("must be 0 minutes or more");
const position = z.int("must be a whole number, counted from 0").nonnegative("must be counted from 0");

const inputSchema = z.strictObject({
  problem: z.literal("fca"),
  demand: z.array(amount, "must be a list of numbers").min(1, "must have at least one entry"),
  supply: z.array(amount, "must be a list of numbers").min(1, "must have at least one entry"),
  time: z.array(
    z.tuple([position, position, minutes], "must be [i, j, minutes]"),
    "must be a list of [i, j, minutes]",
  ),
  method: z.enum(["2sfca", "e2sfca", "3sfca"], "must be 2sfca, e2sfca or 3sfca"),
  catchment: z.number("must be a number of minutes").positive("must be above 0 minutes").optional(),
  zones: z
    .array(z.tuple([minutes, amount], "must be [minutes, weight]"), "must be a list of [minutes, weight]")
    .min(1, "must have at least one entry")
    .optional(),
});
type FcaInput = z.infer<typeof inputSchema>;

const KNOWN = Object.keys(inputSchema.shape).join(", ");

/** A path as it is written in JavaScript: time[3][0]. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`))
    .join("");

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    input,
  );
}

/** The input of the right shape; throws an InputError that names the first wrong key with its index, value and rule. */
function readInput(input: Readonly<Record<string, unknown>>): FcaInput {
  const parsed = inputSchema.safeParse(input);
  if (parsed.success) return checkInput(parsed.data);
  const issue = parsed.error.issues[0]!;
  if (issue.code === "unrecognized_keys")
    throw new InputError(`unknown key "${issue.keys[0]}" of fca: known are ${KNOWN}`);
  const value = valueAt(input, issue.path);
  const shown = value === undefined ? "missing" : shorten(JSON.stringify(value));
  throw new InputError(`${pathText(issue.path)} is ${shown}: it ${issue.message}`);
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What a schema cannot say: positions, pairs, zones that rise, and which of catchment and zones a method needs. */
function checkInput(input: FcaInput): FcaInput {
  const { demand, supply, time, method, catchment, zones } = input;
  const seen = new Map<number, number>();
  for (const [at, [i, j]] of time.entries()) {
    if (i >= demand.length)
      throw new InputError(`time[${at}][0] is ${i}: demand has ${demand.length} entries, counted from 0`);
    if (j >= supply.length)
      throw new InputError(`time[${at}][1] is ${j}: supply has ${supply.length} entries, counted from 0`);
    const pair = i * supply.length + j;
    const first = seen.get(pair);
    if (first !== undefined)
      throw new InputError(
        `time[${at}] is of the pair ${i}, ${j}, as time[${first}] is: a pair has one time`,
      );
    seen.set(pair, at);
  }
  for (const [at, [end]] of (zones ?? []).entries())
    if (at > 0 && end <= zones![at - 1]![0])
      throw new InputError(
        `zones[${at}][0] is ${end}: it must be above ${zones![at - 1]![0]}, the zone before`,
      );
  if (method === "2sfca" && catchment === undefined && !zones)
    throw new InputError("catchment is missing: 2sfca needs catchment or zones");
  const last = zonesOf(input)?.at(-1)?.[0];
  if (catchment !== undefined && last !== undefined && catchment > last)
    throw new InputError(
      `catchment is ${catchment}: the last zone ends at ${last} minutes, give zones that reach as far`,
    );
  return input;
}

/** The zones that were given, or those that the method is published with; null for a weight of 1. */
function zonesOf({ method, zones }: FcaInput): readonly Zone[] | null {
  if (zones) return zones;
  if (method === "2sfca") return null;
  return method === "e2sfca" ? E2SFCA_ZONES : THREE_STEP_ZONES;
}

/** Triples as a matrix, rows in the order of the demand. */
function matrixOf({ demand, supply, time }: FcaInput): Matrix {
  const sorted = time.toSorted(([a, c], [b, d]) => a - b || c - d);
  const start = new Uint32Array(demand.length + 1);
  for (const [i] of sorted) start[i + 1]!++;
  for (let row = 0; row < demand.length; row++) start[row + 1]! += start[row]!;
  return {
    rows: demand.length,
    columns: supply.length,
    start,
    column: Uint32Array.from(sorted, ([, j]) => j),
    minutes: Float64Array.from(sorted, ([, , own]) => own),
  };
}

function catchmentsOf(input: FcaInput): Catchments {
  const { demand, supply, method, catchment } = input;
  const zones = zonesOf(input);
  const weight: Weight = zones ? stepWeight(zones) : binaryWeight(catchment!);
  const matrix = matrixOf(input);
  if (method === "3sfca")
    return threeStepCatchments(matrix, demand, supply, weight, catchment === undefined ? {} : { catchment });
  return twoStepCatchments(matrix, demand, supply, weight, catchment);
}

/** How far Σ demand × access may be from the supply with demand in reach, as a share of it: rounding alone. */
const TOLERANCE = 1e-9;

/** Whether what the villages get is what the facilities with demand in reach have, counted from the answer alone. */
function isConserved({ demand, supply }: FcaInput, { access, supplyWithoutDemand }: Catchments): boolean {
  const got = demand.reduce((sum, count, i) => sum + count * access[i]!, 0);
  const idle = new Set(supplyWithoutDemand);
  const given = supply.reduce((sum, count, j) => sum + (idle.has(j) ? 0 : count), 0);
  return Math.abs(got - given) <= TOLERANCE * Math.max(1, given);
}

export const fcaProblem: Problem = {
  kinds: ["fca"],
  async solve(content): Promise<Answer> {
    const input = readInput(content);
    const result = catchmentsOf(input);
    const lost = result.access.findIndex((value) => !Number.isFinite(value));
    if (lost >= 0)
      throw new InputError(
        `the access of demand[${lost}] is larger than a number can be: the demand near it is too small for its supply`,
      );
    return {
      isSolved: isConserved(input, result),
      body: {
        access: Array.from(result.access),
        unreached: result.unreached,
        supply_without_demand: result.supplyWithoutDemand,
      },
    };
  },
};
