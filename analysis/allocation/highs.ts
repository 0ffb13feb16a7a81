// Runs a model through HiGHS (Huangfu and Hall 2018), compiled to WebAssembly.

import { loadHighs, type Highs } from "#analysis/load_highs";
import type { LinearModel } from "./model/linear.ts";

export interface SolveOptions {
  /** Nodes after which the search ends without proof; null for a number by the size of the model. */
  readonly nodeLimit: number | null;
  /** When the search ends without proof, in milliseconds of performance.now(). */
  readonly deadline?: number;
  /** Values of the first columns of a plan to start from. */
  readonly start?: readonly number[];
  /** By how much two different plans differ at least in the objective; 0 where that is not known. */
  readonly unit?: number;
  /** Called with the best plan's objective and the bound. */
  readonly onProgress?: (objective: number, bound: number, nodes: number) => void;
  /** Asked now and then: whether to end with what there is. */
  readonly isStopped?: () => boolean;
}

export interface Solved {
  readonly status: "optimal" | "limit" | "infeasible";
  /** Of every column; empty where no plan was found. */
  readonly values: Float64Array;
  readonly objective: number;
  readonly bound: number;
  readonly nodes: number;
  /** Of every row, of a model without whole-numbered columns. */
  readonly rowDuals: Float64Array;
}

export const SOLVER = { name: "HiGHS", version: "1.15.3" } as const;

/** Nearly nothing, as a share of the objective, by which HiGHS may stop before bound and objective meet. */
const RELATIVE_GAP = 1e-9;

type Model = ReturnType<Highs["createModel"]>;

function modelData(highs: Highs, model: LinearModel) {
  const { constants } = highs;
  const finite = (value: number): number =>
    value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value;
  const isMixed = model.isInteger.includes(true);
  return {
    numCols: model.columns,
    numRows: model.rowLower.length,
    sense: model.isMaximum ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
    colCost: Float64Array.from(model.cost),
    colLower: Float64Array.from(model.lower, finite),
    colUpper: Float64Array.from(model.upper, finite),
    rowLower: Float64Array.from(model.rowLower, finite),
    rowUpper: Float64Array.from(model.rowUpper, finite),
    matrix: {
      format: "csr" as const,
      numRows: model.rowLower.length,
      numCols: model.columns,
      starts: Int32Array.from(model.rowStart),
      indices: Int32Array.from(model.rowColumn),
      values: Float64Array.from(model.rowValue),
    },
    ...(isMixed && {
      integrality: model.isInteger.map((isInteger) =>
        isInteger ? constants.variableType.integer : constants.variableType.continuous,
      ),
    }),
  };
}

/** The best values of a model's columns, with a bound; seeds and limits are fixed, so that every run gives the same. */
export async function solveModel(model: LinearModel, options: SolveOptions): Promise<Solved> {
  if (model.columns === 0) throw new Error("a model without columns");
  const highs = await loadHighs();
  const solved = runModel(highs, model, options, "choose");
  // Presolve of HiGHS 1.15 calls models infeasible whose rows have a bound within 1e-6 of a whole number, such as 374.9999996.
  return solved.status === "infeasible" && !hasWholeRows(model)
    ? runModel(highs, model, options, "off")
    : solved;
}

const secondsUntil = (deadline: number): number => Math.max(0.1, (deadline - performance.now()) / 1e3);

/** Nodes that take about as long on a large model as on a small one: some tens where the coefficients are 100,000. */
const nodesFor = ({ rowValue }: LinearModel): number =>
  Math.max(30, Math.min(20_000, Math.floor(4e6 / Math.max(1, rowValue.length))));

const hasWholeRows = ({ rowLower, rowUpper, rowValue }: LinearModel): boolean =>
  [rowLower, rowUpper, rowValue].every((values) =>
    values.every((value) => Math.abs(value) === Infinity || Number.isInteger(value)),
  );

function runModel(
  highs: Highs,
  model: LinearModel,
  options: SolveOptions,
  presolve: "choose" | "off",
): Solved {
  return highs.withModel(modelData(highs, model), (run) => {
    run.options.set({
      output_flag: false,
      presolve,
      random_seed: 0,
      mip_max_nodes: options.nodeLimit ?? nodesFor(model),
      ...(options.deadline !== undefined && { time_limit: secondsUntil(options.deadline) }),
      mip_rel_gap: RELATIVE_GAP,
      mip_abs_gap: options.unit ? options.unit * 0.9 : 1e-7,
    });
    if (options.start) run.setSolution({ colValue: Float64Array.from(options.start) });
    runWithProgress(highs, run, options);
    return readSolved(highs, run, model, options);
  });
}

function runWithProgress(highs: Highs, run: Model, { onProgress, isStopped }: SolveOptions): void {
  const { callbackType } = highs.constants;
  run.run({
    [callbackType.mipLogging]({ data }) {
      onProgress?.(
        data.mip_primal_bound ?? NaN,
        data.mip_dual_bound ?? NaN,
        Number(data.mip_node_count ?? 0),
      );
    },
    [callbackType.mipInterrupt](event) {
      if (isStopped?.() === true) event.interrupt();
    },
  });
}

function readSolved(highs: Highs, run: Model, model: LinearModel, { unit = 0 }: SolveOptions): Solved {
  const { modelStatus } = highs.constants;
  const status = run.getModelStatus();
  const isMixed = model.isInteger.includes(true);
  const nothing = { values: new Float64Array(0), rowDuals: new Float64Array(0), nodes: 0 };
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { ...nothing, status: "infeasible", objective: NaN, bound: NaN };
  const nodes = isMixed ? Number(run.info.get("mip_node_count")) : 0;
  const isLimit =
    status === modelStatus.solutionLimit ||
    status === modelStatus.interrupted ||
    status === modelStatus.iterationLimit ||
    status === modelStatus.timeLimit;
  if (status !== modelStatus.optimal && !isLimit)
    throw new Error(`HiGHS ended with status ${status}: neither solved, nor infeasible, nor at a limit`);
  const bound = isMixed ? Number(run.info.get("mip_dual_bound")) : run.getObjectiveValue();
  const hasPlan = Number(run.info.get("primal_solution_status")) === 2;
  if (!hasPlan) return { ...nothing, status: "limit", objective: NaN, bound, nodes };
  const { colValue, rowDual } = run.getSolution();
  const objective = run.getObjectiveValue();
  const slack = unit > 0 ? unit * 0.95 : 1e-6 + 2 * RELATIVE_GAP * Math.abs(objective);
  const isProven = status === modelStatus.optimal && Math.abs(objective - bound) <= slack;
  return {
    status: isProven ? "optimal" : "limit",
    values: Float64Array.from(colValue ?? []),
    rowDuals: Float64Array.from(rowDual ?? []),
    objective,
    bound,
    nodes,
  };
}
