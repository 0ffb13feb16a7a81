// A reader: how the files of one format are known, and how they are read.

import type { InputFile } from "./input_file.ts";
import type { Source } from "./source.ts";

export interface Reader {
  /** Lower case, stable. */
  readonly id: string;
  /** Name of the format, as messages give it. */
  readonly label: string;
  /** Whether a file is of this format, by its content and never by its name. */
  readonly detects: (file: InputFile) => boolean;
  /** Names of the layers, objects or sheets of a file that was detected; a format without it has one alone. */
  readonly layers?: (file: InputFile) => readonly string[] | Promise<readonly string[]>;
  /** The rows of a file that was detected; throws an ImportFault when it is damaged. */
  readonly read: (file: InputFile) => Source | Promise<Source>;
}
