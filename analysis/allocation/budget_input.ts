// The content of a file, checked key by key, as a budget problem.

import { z } from "zod";
import { InputError } from "#analysis/problem";
import type { BudgetProblem, Project, ProjectOption } from "./budget_problem.ts";
import { MAX_AMOUNT, parseKeys } from "./input.ts";

const amount = z.number().min(0).max(MAX_AMOUNT);
const id = z.union([z.string().min(1), z.int()]);
const option = z.strictObject({ id: id.optional(), cost: amount, benefit: amount });

const schema = z.strictObject({
  problem: z.literal("budget"),
  projects: z
    .array(
      z.strictObject({
        id,
        cost: amount.optional(),
        benefit: amount.optional(),
        group: id.optional(),
        fund: id.optional(),
        options: z.array(option).min(1).optional(),
      }),
    )
    .min(1, "there is no project to choose from"),
  budget: amount.optional(),
  budgets: z.record(z.string(), amount).optional(),
  floors: z.record(z.string(), amount).optional(),
  need: z.record(z.string(), amount).optional(),
  node_limit: z.int().min(1).optional(),
});

type Input = z.infer<typeof schema>;

/** Ways of doing a project: its options, or its own cost and benefit. */
function optionsOf(project: Input["projects"][number], at: number): ProjectOption[] {
  const where = `projects[${at}]`;
  if (project.options) {
    if (project.cost !== undefined || project.benefit !== undefined)
      throw new InputError(`${where} has options and a cost or benefit of its own: it has either`);
    return project.options.map((way, k) => ({
      cost: way.cost,
      benefit: way.benefit,
      option: String(way.id ?? k),
    }));
  }
  for (const key of ["cost", "benefit"] as const)
    if (project[key] === undefined) throw new InputError(`${where}.${key} is missing: a number of 0 or more`);
  return [{ cost: project.cost!, benefit: project.benefit!, option: null }];
}

function projectsOf({ projects, budget }: Input, budgets: ReadonlyMap<string, number>): Project[] {
  const seen = new Map<string, number>();
  return projects.map((project, at) => {
    const name = String(project.id);
    const earlier = seen.get(name);
    if (earlier !== undefined)
      throw new InputError(`projects[${at}].id is "${name}", which is the id of projects[${earlier}] too`);
    seen.set(name, at);
    // With a single budget the fund that a project names has nothing to be told from.
    const fund = project.fund === undefined || budget !== undefined ? null : String(project.fund);
    if (fund !== null && !budgets.has(fund))
      throw new InputError(
        `projects[${at}].fund is "${fund}": known are ${[...budgets.keys()].filter(Boolean).join(", ") || "none: give budgets"}`,
      );
    return {
      id: name,
      group: project.group === undefined ? null : String(project.group),
      fund,
      options: optionsOf(project, at),
    };
  });
}

/**
 * Least benefit by group. A floor is a share of the group's need where `need` is given. Where it is not, floors that are all at
 * most 1 are shares of the benefit listed for the group, and otherwise amounts.
 */
function floorsOf({ floors = {}, need }: Input, projects: readonly Project[]): Map<string, number> {
  const groups = new Set(projects.map(({ group }) => group));
  const entries = Object.entries(floors);
  const areShares = need !== undefined || entries.every(([, value]) => value <= 1);
  const listed = (group: string): number =>
    projects.reduce(
      (sum, project) =>
        sum + (project.group === group ? Math.max(...project.options.map(({ benefit }) => benefit)) : 0),
      0,
    );
  return new Map(
    entries.map(([group, value]) => {
      if (!groups.has(group) && need?.[group] === undefined)
        throw new InputError(
          `floors.${group} is no group: known are ${[...groups].filter((known) => known !== null).join(", ")}`,
        );
      if (need !== undefined && need[group] === undefined)
        throw new InputError(`need.${group} is missing: its floor is a share of it`);
      if (need !== undefined && value > 1)
        throw new InputError(`floors.${group} is ${value}: a share of the need, from 0 to 1`);
      return [group, areShares ? value * (need?.[group] ?? listed(group)) : value];
    }),
  );
}

/** The budget problem that a file states. Throws an InputError. */
export function readBudgetProblem(content: unknown): BudgetProblem {
  const input = parseKeys(schema, content, Object.keys(schema.shape));
  if ((input.budget === undefined) === (input.budgets === undefined))
    throw new InputError("a problem has either budget or budgets");
  const budgets = new Map(input.budgets ? Object.entries(input.budgets) : [["", input.budget!]]);
  if (budgets.size === 0) throw new InputError("budgets is empty: there is no fund");
  const projects = projectsOf(input, budgets);
  return { projects, budgets, floors: floorsOf(input, projects), nodeLimit: input.node_limit ?? null };
}
