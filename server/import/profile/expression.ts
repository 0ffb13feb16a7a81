// Small expressions over the columns of a row: parsed by jsep, evaluated by a whitelist, never by `eval`.

import jsep from "jsep";
import type { Missing } from "#domain/missing";

/** A cell on its way through an expression. A missing operand makes the result missing, for the same reason. */
export type Operand = { readonly missing: Missing } | number | string | boolean;

/** The operand that a column stands for in a row. */
export type Scope<Row> = (row: Row, column: number) => Operand;

export type Evaluate<Row> = (row: Row) => Operand;

/** The result of a division by zero; the caller reports it. */
export const DIVISION_BY_ZERO: Operand = Object.freeze({ missing: "not-applicable" });

const FUNCTIONS: Readonly<
  Record<string, { readonly arity: [number, number]; apply(...values: number[]): number }>
> = {
  // halves go away from zero, as people round
  round: { arity: [1, 1], apply: (value) => Math.sign(value) * Math.round(Math.abs(value)) },
  floor: { arity: [1, 1], apply: Math.floor },
  ceil: { arity: [1, 1], apply: Math.ceil },
  abs: { arity: [1, 1], apply: Math.abs },
  min: { arity: [1, Infinity], apply: Math.min },
  max: { arity: [1, Infinity], apply: Math.max },
};

/** Names as one code: between them stands -, and _ for what no code may hold. No part is left out, not even an empty one. */
export const codeOfNames = (names: readonly string[]): string =>
  names
    .map((name) =>
      name
        .normalize("NFKC")
        .trim()
        .replace(/[^\p{L}\p{N}.:]+/gu, "_"),
    )
    .join("-");

/** Functions of texts; `first("520123", 4)` takes the first characters. */
const TEXT_FUNCTIONS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  concat: (texts) => texts.join(""),
  code: codeOfNames,
  first: ([text = "", count = ""]) => [...text].slice(0, Number(count)).join(""),
};

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

const UNARY: readonly string[] = ["-", "+", "!"];

const COMPARISON: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Characters of an expression: what is longer could nest deeper than it can be read. */
const LONGEST_EXPRESSION = 10_000;

/** Levels of an expression: what is nested deeper could exceed the stack where it is computed. */
const DEEPEST_EXPRESSION = 1_000;

/** An expression that cannot be read, or meets text where it needs a number. */
export class ExpressionFault extends Error {}

type Node = jsep.CoreExpression;

const isMissingOperand = (value: Operand): value is { readonly missing: Missing } =>
  typeof value === "object";

function asNumber(value: Operand, text: string): number {
  if (typeof value === "number") return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw new ExpressionFault(`"${String(value)}" is no number in "${text}"`);
  return number;
}

/** Numbers that a comparison meets as text are compared as numbers. */
const comparable = (value: string | number | boolean): number | string =>
  typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))
    ? Number(value)
    : typeof value === "boolean"
      ? Number(value)
      : value;

/**
 * Compiles `text` against the named `columns`: arithmetic, comparison, `&& || !`, `? :`, round, floor, ceil, min, max,
 * abs, concat, `code(names…)`, `first(text, count)`, and `col("any name")` for a column that is no identifier. Unknown names and
 * anything else throw an ExpressionFault that names the place.
 */
export function compile<Row>(text: string, columns: readonly string[], scope: Scope<Row>): Evaluate<Row> {
  if (text.length > LONGEST_EXPRESSION)
    throw new ExpressionFault(
      `"${text.slice(0, 60)}…" has ${text.length} characters: an expression has at most ${LONGEST_EXPRESSION}`,
    );
  let root: jsep.Expression;
  try {
    root = jsep(text);
  } catch (error) {
    throw new ExpressionFault(
      `cannot read "${text}": ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return new Compiler(text, columns, scope).build(root as Node);
}

/** Compiles the nodes of one expression. */
class Compiler<Row> {
  readonly #text: string;
  readonly #columns: readonly string[];
  readonly #scope: Scope<Row>;
  #depth = 0;

  constructor(text: string, columns: readonly string[], scope: Scope<Row>) {
    this.#text = text;
    this.#columns = columns;
    this.#scope = scope;
  }

  build(node: Node): Evaluate<Row> {
    if (this.#depth === DEEPEST_EXPRESSION)
      throw new ExpressionFault(
        `"${this.#text.slice(0, 60)}…" is nested too deeply: an expression has at most ${DEEPEST_EXPRESSION} levels`,
      );
    this.#depth++;
    const evaluate = this.#compile(node);
    this.#depth--;
    return evaluate;
  }

  #compile(node: Node): Evaluate<Row> {
    switch (node.type) {
      case "Literal": {
        const value = node.value;
        if (value === null || value instanceof RegExp)
          throw new ExpressionFault(`${node.raw} is not allowed in "${this.#text}"`);
        return () => value;
      }
      case "Identifier":
        return this.#column(node.name);
      case "UnaryExpression":
        return this.#unary(node.operator, this.build(node.argument as Node));
      case "BinaryExpression":
        return this.#binary(node.operator, this.build(node.left as Node), this.build(node.right as Node));
      case "ConditionalExpression": {
        const [test, yes, no] = [node.test, node.consequent, node.alternate].map((part) =>
          this.build(part as Node),
        ) as [Evaluate<Row>, Evaluate<Row>, Evaluate<Row>];
        return (row) => {
          const value = test(row);
          return isMissingOperand(value) ? value : value ? yes(row) : no(row);
        };
      }
      case "CallExpression":
        return this.#call(node);
      default:
        throw new ExpressionFault(
          `${node.type.replace(/Expression$/, "").toLowerCase()} is not allowed in "${this.#text}"`,
        );
    }
  }

  #unknown(kind: string, name: string, names: readonly string[]): ExpressionFault {
    const at = this.#text.indexOf(name) + 1;
    return new ExpressionFault(
      `unknown ${kind} "${name}" at character ${at} of "${this.#text}": known are ${names.join(", ")}`,
    );
  }

  #column(name: string): Evaluate<Row> {
    const index = this.#columns.indexOf(name);
    if (index < 0) throw this.#unknown("column", name, this.#columns);
    const scope = this.#scope;
    return (row) => scope(row, index);
  }

  #unary(operator: string, argument: Evaluate<Row>): Evaluate<Row> {
    if (!UNARY.includes(operator)) throw this.#unknown("operator", operator, UNARY);
    const text = this.#text;
    return (row) => {
      const value = argument(row);
      if (isMissingOperand(value)) return value;
      if (operator === "!") return !value;
      return operator === "-" ? -asNumber(value, text) : asNumber(value, text);
    };
  }

  #binary(operator: string, left: Evaluate<Row>, right: Evaluate<Row>): Evaluate<Row> {
    if (operator === "&&" || operator === "||")
      return (row) => {
        const a = left(row);
        if (isMissingOperand(a) || Boolean(a) === (operator === "||")) return a;
        return right(row);
      };
    if (
      !Object.hasOwn(ARITHMETIC, operator) &&
      !Object.hasOwn(COMPARISON, operator) &&
      !/^[!=]==?$/.test(operator)
    )
      throw this.#unknown("operator", operator, [
        ...Object.keys(ARITHMETIC),
        ...Object.keys(COMPARISON),
        "==",
        "!=",
        "&&",
        "||",
      ]);
    const text = this.#text;
    return (row) => {
      const a = left(row);
      if (isMissingOperand(a)) return a;
      const b = right(row);
      return isMissingOperand(b) ? b : compute(operator, a, b, text);
    };
  }

  /** The texts of all parts, put together by `join`. */
  #texts(parts: readonly Evaluate<Row>[], join: (texts: readonly string[]) => string): Evaluate<Row> {
    return (row) => {
      const texts: string[] = [];
      for (const part of parts) {
        const value = part(row);
        if (isMissingOperand(value)) return value;
        texts.push(String(value));
      }
      return join(texts);
    };
  }

  #call(node: jsep.CallExpression): Evaluate<Row> {
    const text = this.#text;
    const name = node.callee.type === "Identifier" ? (node.callee as jsep.Identifier).name : node.callee.type;
    const first = node.arguments[0];
    if (name === "col" && node.arguments.length === 1 && first?.type === "Literal")
      return this.#column(String((first as jsep.Literal).value));
    if (Object.hasOwn(TEXT_FUNCTIONS, name) && node.arguments.length > 0)
      return this.#texts(
        node.arguments.map((part) => this.build(part as Node)),
        TEXT_FUNCTIONS[name]!,
      );
    const fn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!fn)
      throw this.#unknown("function", name, [
        ...Object.keys(FUNCTIONS),
        ...Object.keys(TEXT_FUNCTIONS),
        "col",
      ]);
    const count = node.arguments.length;
    if (count < fn.arity[0] || count > fn.arity[1])
      throw new ExpressionFault(
        `${name} takes ${fn.arity[0]} value${fn.arity[1] > 1 ? " or more" : ""}, not ${count}, in "${text}"`,
      );
    const parts = node.arguments.map((part) => this.build(part as Node));
    return (row) => {
      const numbers: number[] = [];
      for (const part of parts) {
        const value = part(row);
        if (isMissingOperand(value)) return value;
        numbers.push(asNumber(value, text));
      }
      return fn.apply(...numbers);
    };
  }
}

/** Result of an arithmetic or comparing operator; `text` is the expression, for the message of a fault. */
function compute(
  operator: string,
  a: string | number | boolean,
  b: string | number | boolean,
  text: string,
): Operand {
  if (operator === "==" || operator === "===") return comparable(a) === comparable(b);
  if (operator === "!=" || operator === "!==") return comparable(a) !== comparable(b);
  const compare = COMPARISON[operator];
  if (compare) return compare(comparable(a), comparable(b));
  const divisor = asNumber(b, text);
  if (divisor === 0 && (operator === "/" || operator === "%")) return DIVISION_BY_ZERO;
  return ARITHMETIC[operator]!(asNumber(a, text), divisor);
}
