// A table of old and new codes → what became of each area.

import type { LineageInput } from "#domain/dataset";
import { type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import { parseNumber } from "#server/import/tables/number";
import type { LineageSpec } from "#server/import/profile/profile";

/**
 * Reads every pair of codes once; without a share column the whole area goes over. A code that leads to itself is kept where
 * something else happened to it too, that it lost a part or took another in; else it is no change.
 */
export async function readLineage(spec: LineageSpec, files: Files): Promise<LineageInput[]> {
  const source = await files.open(spec);
  const from = columnOf(source, spec.from, spec.file);
  const to = columnOf(source, spec.to, spec.file);
  const share = spec.share === undefined ? null : columnOf(source, spec.share, spec.file);
  const pairs = new Map<string, LineageInput>();
  for await (const { cells } of source.rows()) {
    const [fromCode, toCode] = [cells[from]!, cells[to]!];
    if (fromCode === "" || toCode === "") continue;
    pairs.set(`${fromCode} ${toCode}`, {
      fromCode,
      toCode,
      share: share === null ? 1 : (parseNumber(cells[share]!)?.value ?? 1),
      kind: spec.kind,
      since: spec.since,
    });
  }
  const changes = [...pairs.values()];
  const changed = new Set(
    changes.flatMap(({ fromCode, toCode }) => (fromCode === toCode ? [] : [fromCode, toCode])),
  );
  return changes.filter(({ fromCode, toCode }) => fromCode !== toCode || changed.has(fromCode));
}
