// `lens compute`: solves the problem of a file and prints the answer as JSON. It needs no database and no settings.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { canonicalJson, RUN_FORMAT } from "#analysis/allocation/run_file";
import { InputError } from "#analysis/problem";
import { PROBLEMS } from "#analysis/problems";
import type { FileCommand } from "#server/cli/command";

interface ComputeArguments {
  readonly file: string;
  readonly isOneLine: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The content of a problem file; throws an InputError that names the file and what is wrong. */
async function readProblemFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(content)) throw new InputError(`${file}: a problem is an object {"problem": …}`);
  return problemOf(content, file);
}

/** The problem itself, also out of the file of a run, whose hash must be right. */
function problemOf(content: Record<string, unknown>, file: string): Record<string, unknown> {
  if (content["format"] !== RUN_FORMAT) return content;
  const { problem, input_hash: stated } = content;
  const hash = createHash("sha256").update(canonicalJson(problem)).digest("hex");
  if (!isRecord(problem) || hash !== stated)
    throw new InputError(
      `${file}: input_hash is ${JSON.stringify(stated)}: that of its problem is "${hash}"`,
    );
  return problem;
}

export const computeCommand: FileCommand<ComputeArguments> = {
  name: "compute",
  operands: ["FILE"],
  options: { json: { type: "boolean" } },
  summary: "solve the problem of a JSON file and print the checked answer as JSON (--json: on one line)",
  needsDatabase: false,
  parse: ({ operands: [file = ""], options }) => ({ file, isOneLine: options["json"] === true }),
  async run({ file, isOneLine }, { onProgress, print }) {
    const content = await readProblemFile(file);
    const kind = content["problem"];
    const problem = PROBLEMS.find(({ kinds }) => typeof kind === "string" && kinds.includes(kind));
    if (!problem) {
      const known = PROBLEMS.flatMap(({ kinds }) => kinds).join(", ");
      throw new InputError(`problem is ${JSON.stringify(kind) ?? "missing"}: known are ${known}`);
    }
    const { isSolved, body } = await problem.solve(content, onProgress);
    print(JSON.stringify(body, null, isOneLine ? 0 : 2));
    return isSolved;
  },
};
