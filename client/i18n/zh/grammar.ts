// Chinese words of how words are put together: counting, joining, small numbers.

import type { grammar as en } from "#client/i18n/en/grammar.ts";

export const grammar: typeof en = {
  count: (n, singular) => `${n} 个${singular}`,
  plural: (singular) => singular,
  lower: (text) => text,
  join: (parts) => parts.join(" · "),
  pair: (a, b) => `${a}：${b}`,
  unitSuffix: (unit) => `（${unit}）`,
  times: "×",

  smallNumber: (n) => String(n),
};
