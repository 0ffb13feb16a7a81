// What tests ask of findings.

import type { Finding } from "#domain/import_finding";

/** Counts findings by rule. */
export function countByRule(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
