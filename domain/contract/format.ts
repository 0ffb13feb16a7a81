// What an import understands: the keys of a profile, the built-in registry, units, and what becomes of odd input.

import { z } from "zod";
import { LENS_IDS } from "#domain/lens";
import { textSchema } from "#domain/text";
import { UNIT_IDS } from "#domain/unit";
import { contract, noParams } from "./contract.ts";

const formatKey = z.object({
  /** `tables[].columns.*.times`: `[]` is an entry of a list, `*` any name. */
  path: z.string(),
  /** In words: `text`, `list of text`, `{ column, times }`. */
  type: z.string(),
  isRequired: z.boolean(),
  default: z.string().optional(),
  holds: textSchema,
  /** As YAML in one line. */
  example: z.string().optional(),
});
export type FormatKey = z.infer<typeof formatKey>;

const formatRule = z.object({
  id: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  input: textSchema,
  handling: textSchema,
});

export const formatResponse = z.object({
  /** Keys by section of a profile. */
  sections: z.array(z.object({ id: z.string(), title: textSchema, keys: z.array(formatKey) })),
  measures: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      unit: z.enum(UNIT_IDS),
      /** Counted from the register, where there is one. */
      isOfRegister: z.boolean(),
    }),
  ),
  indicators: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      lens: z.enum(LENS_IDS),
      unit: z.enum(UNIT_IDS),
      formula: z.string(),
    }),
  ),
  units: z.array(
    z.object({
      id: z.enum(UNIT_IDS),
      label: textSchema,
      /** A stored number and how it is shown, by language. */
      stored: z.number(),
      shown: textSchema,
    }),
  ),
  /** What becomes of odd input, by what it is about. */
  rules: z.array(z.object({ id: z.string(), title: textSchema, rules: z.array(formatRule) })),
});
export type Format = z.infer<typeof formatResponse>;

export const formatContract = contract({
  id: "format",
  path: "/api/format",
  summary:
    "Keys of an import profile, built-in measures, indicators and units, and what becomes of odd input",
  params: noParams,
  query: z.strictObject({}),
  response: formatResponse,
});
