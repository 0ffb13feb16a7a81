// What ids and codes are made of.

import { z } from "zod";

/** An id of ours: of a level, a measure, an indicator, a dataset. It stands in addresses, columns and rows. */
export const ID_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;

export const idSchema = z
  .string()
  .regex(ID_PATTERN, "an id is lower case letters, digits and _, a letter first, at most 64 of them");

/** A code of an area, as its office gives it. */
export const CODE_PATTERN = /^[\p{L}\p{N}._:-]{1,64}$/u;
