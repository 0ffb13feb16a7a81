// What a command of `npm run lens --` is.

import type { Database } from "#sql/connect";
import type { Config } from "#server/config";
import type { Progress } from "#domain/progress";

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An option of a command: a flag, or one that takes a value. */
export type CommandOption =
  { readonly type: "boolean" } | { readonly type: "string"; readonly value: string };

/** The words behind the name of a command: one for each of its operands, and the options that were given. */
export interface CommandWords {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What every command is given. */
export interface PlainContext {
  readonly onProgress: Progress;
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
}

export interface CommandContext extends PlainContext {
  readonly database: Database;
  readonly config: Config;
  /** Who runs it. */
  readonly user: string;
}

interface CommandWithContext<Args, Context> {
  readonly name: string;
  /** As the help names them; the last ones may be left out, and stand in brackets; one that ends with … stands for several. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** For the help. */
  readonly summary: string;
  /** Arguments of the words; throws a UsageError. */
  parse(words: CommandWords): Args;
  /** Does the work; returns whether all is well. */
  run(args: Args, context: Context): Promise<boolean>;
}

/** A command that works on the database. */
export interface Command<Args = unknown> extends CommandWithContext<Args, CommandContext> {
  readonly needsDatabase?: true;
}

/** A command for which no database is opened, because it works on files alone or on one that is not there yet. */
export interface FileCommand<Args = unknown> extends CommandWithContext<Args, PlainContext> {
  readonly needsDatabase: false;
}

export type AnyCommand = Command | FileCommand;

/** Most that the number of a release may be. */
export const MAX_RELEASE = 1e9;

/** A whole number from 1 to `max`; `what` names it in the UsageError. */
export function wholeNumber(what: string, text: string, max: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > max)
    throw new UsageError(`${what} is "${text}": it is a whole number from 1 to ${max}`);
  return number;
}

/** The same of an option; null where it was not given. */
export const optionalNumber = ({ options }: CommandWords, option: string, max: number): number | null => {
  const text = options[option];
  return typeof text === "string" ? wholeNumber(`--${option}`, text, max) : null;
};
