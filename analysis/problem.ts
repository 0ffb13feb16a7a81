// A problem that `lens compute` solves from a file, without a database.

import type { Progress } from "#domain/progress";

export interface Problem {
  /** The values of `problem` in the file that lead here. */
  readonly kinds: readonly string[];
  /**
   * The answer to a file's content, ready to be written as JSON. Throws an InputError that names key and index where the
   * content is not what the kind takes.
   */
  solve(input: Readonly<Record<string, unknown>>, onProgress: Progress): Promise<Answer>;
}

export interface Answer {
  /** Whether the answer is solved and checked: the exit code of the command. */
  readonly isSolved: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is wrong with the content of a file: the message names key, index, value and rule. */
export class InputError extends Error {
  override readonly name = "InputError";
}
