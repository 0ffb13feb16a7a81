// What a rule finds and what becomes of it, in every language.

import type { ProductText } from "#domain/text";
import { RULES, type RuleId } from "./rules.ts";
import type { Rule } from "./rules/rule.ts";
import { RULES_IN_CHINESE } from "./rules_in_chinese.ts";

const BY_ID: ReadonlyMap<string, Rule> = new Map(
  Object.values(RULES).flatMap((group) => Object.entries<Rule>(group)),
);

/** Input and handling of a rule, by language. */
export function ruleText(id: RuleId): { readonly input: ProductText; readonly handling: ProductText } {
  const { input, handling } = BY_ID.get(id)!;
  const [inputZh, handlingZh] = RULES_IN_CHINESE[id];
  return { input: { en: input, zh: inputZh }, handling: { en: handling, zh: handlingZh } };
}
