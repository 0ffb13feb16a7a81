// GET /api/withheld: which figures of a level are not public, and why.

import { inflateRawSync } from "node:zlib";
import { withheldContract } from "#domain/contract/withheld";
import { WITHHELD_REASONS } from "#domain/disclosure";
import { mayCarry } from "#domain/edition";
import { fromRelease } from "#server/http/route";
import { findRange } from "#server/read/areas/area_range";
import { findColumn } from "#server/read/columns/derived";

export const withheldRoute = fromRelease(withheldContract, async ({ query, release, store }) => {
  const { indicator, period, level, parent } = query;
  findColumn(release, level, indicator, period);
  const { first, last } = await findRange(store, release, level, parent);
  const [row] = await store.rows<{ isRecorded: boolean; reasons: Buffer | null }>(
    `select exists (select from release.withheld where release = $1) as "isRecorded",
       (select reasons from release.withheld where release = $1 and level = $2 and indicator = $3 and period = $4) as reasons`,
    [release.number, level, indicator, period],
  );
  const { isRecorded, reasons } = row!;
  const codes = reasons ? inflateRawSync(reasons) : Buffer.alloc(0);
  const index = await store.areas.level(release.boundaryVersion, level);
  const areas = [];
  for (let idx = first; idx <= last; idx++) {
    const reason = WITHHELD_REASONS[(codes[idx] ?? 0) - 1];
    if (reason) areas.push({ code: index.code(idx), reason });
  }
  return {
    release: release.number,
    isRecorded,
    isPublic: mayCarry("public", release.indicator(indicator)),
    areas,
  };
});
