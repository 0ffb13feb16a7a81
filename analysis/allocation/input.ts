// The content of a file, checked key by key and index by index, as a location problem.

import { z } from "zod";
import { InputError } from "#analysis/problem";
import { allPairs, type Edge } from "./network.ts";
import { checkLimits, checkWhole } from "./limited_input.ts";
import { isLimited, LOCATION_KINDS, type LocationKind, type LocationProblem } from "./problem.ts";

/** Cells of the cost matrix that fit the memory of a run. */
const MAX_CELLS = 40_000_000;
const MAX_NODES = 5_000;

/** Largest number of a list: beyond it neither sums nor the solver are exact. */
export const MAX_AMOUNT = 1e15;

const count = z.int().min(0);
const amount = z.number().min(0);

// The long lists are looked at by hand below: a message names the index, and ten million cells take no time.
const schema = z.strictObject({
  problem: z.enum(LOCATION_KINDS),
  demand: z.unknown().optional(),
  sites: z.int().min(1).optional(),
  cost: z.unknown().optional(),
  edges: z.unknown().optional(),
  nodes: z.int().min(1).max(MAX_NODES).optional(),
  p: z.int().min(1).optional(),
  radius: amount.optional(),
  capacity: z.unknown().optional(),
  weight: z.unknown().optional(),
  single_source: z.boolean().optional(),
  site_cost: z.unknown().optional(),
  budget: amount.optional(),
  fixed: z.array(count).optional(),
  forbidden: z.array(count).optional(),
  groups: z.unknown().optional(),
  floors: z.record(z.string(), z.number().min(0).max(1)).optional(),
  node_limit: z.int().min(1).optional(),
});

type Input = z.infer<typeof schema>;

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function place(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`))
    .join("");
}

/** The value that a path of keys leads to. */
function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

/** Content as the schema has it; throws an InputError that names the key, its value and the rule. */
export function parseKeys<T>(shape: z.ZodType<T>, content: unknown, known: readonly string[]): T {
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    const where = issue.path.length > 0 ? ` of ${place(issue.path)}` : "";
    const names = issue.path.length > 0 ? "" : `: known are ${known.join(", ")}`;
    throw new InputError(`unknown key ${issue.keys.map(show).join(", ")}${where}${names}`);
  }
  const value = valueAt(content, issue.path);
  throw new InputError(
    value === undefined
      ? `${place(issue.path)} is missing`
      : `${place(issue.path)} is ${show(value)}: ${issue.message}`,
  );
}

/** Numbers of 0 or more, one for each of `length`; `null` in the list stands for `empty` where that is given. */
function amounts(key: string, list: unknown, length: number, what: string, empty?: number): Float64Array {
  if (!Array.isArray(list))
    throw new InputError(
      `${key} is ${list === undefined ? "missing" : "no list"}: it is a number for each ${what}`,
    );
  if (list.length !== length)
    throw new InputError(`${key} has ${list.length} numbers: there are ${length} ${what}s`);
  const numbers = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const value: unknown = list[i] === null && empty !== undefined ? empty : list[i];
    if (typeof value !== "number" || !(value >= 0) || (value === Infinity && empty === undefined))
      throw new InputError(`${key}[${i}] is ${show(value)}: a number of 0 or more`);
    if (value > MAX_AMOUNT && value < Infinity)
      throw new InputError(`${key}[${i}] is ${value}: at most ${MAX_AMOUNT}`);
    numbers[i] = value;
  }
  return numbers;
}

function costMatrix(rows: unknown, points: number, sites: number): Float64Array {
  if (!Array.isArray(rows)) throw new InputError("cost is no list: it has a row for each point");
  if (rows.length !== points)
    throw new InputError(`cost has ${rows.length} rows: there are ${points} points`);
  const cost = new Float64Array(points * sites);
  for (let i = 0; i < points; i++) {
    const row: unknown = rows[i];
    if (!Array.isArray(row))
      throw new InputError(`cost[${i}] is ${show(row)}: it has a number for each site`);
    if (row.length !== sites)
      throw new InputError(`cost[${i}] has ${row.length} numbers: there are ${sites} sites`);
    for (let j = 0; j < sites; j++) {
      const value: unknown = row[j];
      if (value === null) cost[i * sites + j] = Infinity;
      else if (typeof value === "number" && value >= 0 && value <= MAX_AMOUNT) cost[i * sites + j] = value;
      else if (typeof value === "number" && value > MAX_AMOUNT)
        throw new InputError(`cost[${i}][${j}] is ${value}: at most ${MAX_AMOUNT}, or null for no way`);
      else
        throw new InputError(`cost[${i}][${j}] is ${show(value)}: a number of 0 or more, or null for no way`);
    }
  }
  return cost;
}

function networkEdges(list: unknown, nodes: number): Edge[] {
  if (!Array.isArray(list)) throw new InputError("edges is no list: it has [from, to, cost] for each edge");
  for (const [at, edge] of list.entries()) {
    if (!Array.isArray(edge) || edge.length !== 3)
      throw new InputError(`edges[${at}] is ${show(edge)}: an edge is [from, to, cost]`);
    for (const end of [0, 1])
      if (!Number.isInteger(edge[end]) || edge[end] < 0 || edge[end] >= nodes)
        throw new InputError(`edges[${at}][${end}] is ${show(edge[end])}: a node from 0 to ${nodes - 1}`);
    if (typeof edge[2] !== "number" || !(edge[2] >= 0) || edge[2] === Infinity)
      throw new InputError(`edges[${at}][2] is ${show(edge[2])}: a number of 0 or more`);
  }
  return list as Edge[];
}

/** Size and costs, from a matrix or from a network on which every node is a point and a site. */
function geometryOf(input: Input): Pick<LocationProblem, "points" | "sites" | "cost"> {
  if ((input.cost === undefined) === (input.edges === undefined))
    throw new InputError("a problem has either cost or edges with nodes");
  if (input.edges !== undefined) {
    const { nodes } = input;
    if (nodes === undefined) throw new InputError("nodes is missing: edges need the number of nodes");
    if (input.sites !== undefined && input.sites !== nodes)
      throw new InputError(
        `sites is ${input.sites}: with edges every node is a site, and there are ${nodes}`,
      );
    return { points: nodes, sites: nodes, cost: allPairs(nodes, networkEdges(input.edges, nodes)) };
  }
  if (input.nodes !== undefined) throw new InputError("nodes belongs to edges, and there are none");
  if (!Array.isArray(input.demand))
    throw new InputError(
      `demand is ${input.demand === undefined ? "missing" : "no list"}: it is a number for each point`,
    );
  const points = input.demand.length;
  if (points === 0) throw new InputError("demand is empty: there is no point");
  if (input.sites === undefined) throw new InputError("sites is missing: the number of sites");
  if (points * input.sites > MAX_CELLS)
    throw new InputError(`cost has ${points} × ${input.sites} cells: at most ${MAX_CELLS} are solved`);
  return { points, sites: input.sites, cost: costMatrix(input.cost, points, input.sites) };
}

/** Sites of a list, ascending, each once. */
function siteList(key: string, list: readonly number[] | undefined, sites: number): number[] {
  const seen = new Set<number>();
  for (const [at, site] of (list ?? []).entries()) {
    if (site >= sites) throw new InputError(`${key}[${at}] is ${site}: a site from 0 to ${sites - 1}`);
    if (seen.has(site)) throw new InputError(`${key}[${at}] is ${site}, which is there already`);
    seen.add(site);
  }
  return [...seen].sort((a, b) => a - b);
}

function groupsOf(list: unknown, points: number): Int32Array | null {
  if (list === undefined) return null;
  const groups = amounts("groups", list, points, "point");
  for (const [i, group] of groups.entries())
    if (!Number.isInteger(group) || group > 2 ** 31 - 1)
      throw new InputError(`groups[${i}] is ${group}: a whole number of 0 or more`);
  return Int32Array.from(groups);
}

function floorsOf({ floors = {} }: Input, groups: Int32Array | null): Map<number, number> {
  const known = new Set(groups);
  const found = new Map<number, number>();
  for (const [key, share] of Object.entries(floors)) {
    if (!groups) throw new InputError("floors need groups: the group of each point");
    const group = Number(key);
    if (!/^\d+$/.test(key) || !known.has(group))
      throw new InputError(
        `floors.${key} is no group: known are ${[...known].sort((a, b) => a - b).join(", ")}`,
      );
    found.set(group, share);
  }
  return found;
}

/** What each kind needs, and what it has no use for. */
function checkKeys(input: Input, kind: LocationKind, sites: number): void {
  if (isLimited(kind)) return checkLimits(input, kind, sites);
  const isCapacitated = kind === "capacitated_p_median";
  for (const key of ["site_cost", "budget"] as const)
    if (input[key] !== undefined)
      throw new InputError(`${key} is of no use in ${kind}: the kind with money is budgeted_mclp`);
  if (kind !== "lscp" && input.p === undefined)
    throw new InputError("p is missing: the number of sites that open");
  if (input.p !== undefined && input.p > sites)
    throw new InputError(`p is ${input.p}: there are ${sites} sites`);
  if ((kind === "mclp" || kind === "lscp") && input.radius === undefined)
    throw new InputError("radius is missing: up to which cost a point counts as reached");
  if (isCapacitated && input.capacity === undefined)
    throw new InputError("capacity is missing: what each site can take");
  if (!isCapacitated && input.capacity !== undefined)
    throw new InputError(
      `capacity is of no use in ${kind}: the kind with capacities is capacitated_p_median`,
    );
  if (!isCapacitated && input.single_source !== undefined)
    throw new InputError(
      `single_source is of no use in ${kind}: the kind with capacities is capacitated_p_median`,
    );
  if (Object.keys(input.floors ?? {}).length > 0 && input.radius === undefined)
    throw new InputError("floors need radius: up to which cost a point counts as reached");
}

/** The location problem that a file states. Throws an InputError. */
export function readLocationProblem(content: unknown): LocationProblem {
  const input = parseKeys(schema, content, Object.keys(schema.shape));
  const kind = input.problem;
  const { points, sites, cost } = geometryOf(input);
  checkKeys(input, kind, sites);
  const demand =
    input.demand === undefined
      ? new Float64Array(points).fill(1)
      : amounts("demand", input.demand, points, "point");
  const weight = input.weight === undefined ? demand : amounts("weight", input.weight, points, "point");
  if (kind === "max_min_mclp") checkWhole(demand);
  const fixed = siteList("fixed", input.fixed, sites);
  const forbidden = siteList("forbidden", input.forbidden, sites);
  const both = fixed.find((site) => forbidden.includes(site));
  if (both !== undefined) throw new InputError(`site ${both} is both in fixed and in forbidden`);
  const groups = groupsOf(input.groups, points);
  return {
    kind,
    points,
    sites,
    cost,
    demand,
    weight,
    p: input.p ?? null,
    radius: input.radius ?? null,
    capacity:
      input.capacity === undefined
        ? null
        : amounts("capacity", input.capacity, sites, "site", isLimited(kind) ? Infinity : undefined),
    siteCost: input.site_cost === undefined ? null : amounts("site_cost", input.site_cost, sites, "site"),
    budget: input.budget ?? null,
    isSingleSource: input.single_source === true,
    fixed,
    forbidden,
    groups,
    floors: floorsOf(input, groups),
    nodeLimit: input.node_limit ?? null,
  };
}
