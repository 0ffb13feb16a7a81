// A finding: one thing that a check of incoming data found, and what was done about it.

import { z } from "zod";

export const findingSchema = z.object({
  /** An error stops the import; a warning was dealt with; a note is for information. */
  severity: z.enum(["error", "warning", "note"]),
  /** Stable snake_case id of the rule. */
  rule: z.string(),
  file: z.string().nullable(),
  /** 1-based row of the file's data, header not counted; for polygons the 1-based feature. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** What is wrong, with the value and the rule, lower case. */
  message: z.string(),
  /** What was done about it. */
  action: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A row of one file of several. */
export interface RowPlace {
  readonly file: string;
  readonly row: number;
}
