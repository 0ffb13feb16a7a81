// Lenses that the second of two indicators may be of.

export const SECOND_LENSES = ["supply", "help"] as const;
