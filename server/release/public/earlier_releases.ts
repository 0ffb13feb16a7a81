// What earlier releases have shown and hidden, by the cells of today.

import type { Knex } from "knex";
import type { ColumnSide, Earlier, PeriodInput } from "#analysis/disclosure/areas";
import type { Certificate, PeriodAudit } from "#analysis/disclosure/certificate";
import { HAS_VALUE, MISSING } from "#domain/missing";
import type { ExactColumn } from "#server/column_store/column";
import { levelAreas } from "#server/release/release_inputs";
import { measureColumn } from "#server/column_store/release_record";
import { query } from "#sql/query";
import { listColumns, readColumns, type LevelCells, type ListedColumn } from "./internal_columns.ts";

const SUPPRESSED = MISSING.suppressed.status;

/** A release that the public has seen, withdrawn ones too: what was public once is known. */
export interface SeenRelease {
  readonly number: number;
  readonly method: string;
  /** Of its certificate, by period; none in those of older releases. */
  readonly audits: Readonly<Record<string, PeriodAudit>>;
  /** As `indicator@period`. */
  readonly withheld: readonly string[];
  /** By level, indicator and period. */
  readonly internal: ReadonlyMap<string, ListedColumn>;
  readonly shown: ReadonlyMap<string, ListedColumn>;
  /** The cell of today by level and idx of then; −1 for none. Null where boundaries are those of today. */
  readonly cellOf: ReadonlyMap<string, Int32Array> | null;
  /** 1 where a cell of today is no area of then, or lay elsewhere. */
  readonly isMoved: Uint8Array | null;
}

export const columnKey = (level: string, indicator: string, period: string): string =>
  `${level} ${indicator} ${period}`;

const byKey = (columns: readonly ListedColumn[]): Map<string, ListedColumn> =>
  new Map(columns.map((column) => [columnKey(column.level, column.indicator, column.period), column]));

/** Areas of a boundary version, as far as they are those of today. */
async function matchAreas(
  db: Knex,
  boundaryVersion: number,
  levels: readonly (LevelCells & { readonly codes: readonly string[]; readonly parentIdx: Int32Array })[],
): Promise<Pick<SeenRelease, "cellOf" | "isMoved">> {
  const cellOf = new Map<string, Int32Array>();
  const isMoved = new Uint8Array(levels.reduce((sum, { n }) => sum + n, 0)).fill(1);
  let codesAbove: readonly string[] = [];
  let codesAboveThen: readonly string[] = [];
  for (const { id, first, codes, parentIdx } of levels) {
    const then = await levelAreas(db, boundaryVersion, id);
    const idxOf = new Map(codes.map((code, idx) => [code, idx]));
    cellOf.set(
      id,
      Int32Array.from(then.codes, (code, idx) => {
        const now = idxOf.get(code);
        if (now === undefined) return -1;
        if (codesAbove[parentIdx[now]!] === codesAboveThen[then.parentIdx[idx]!]) isMoved[first + now] = 0;
        return first + now;
      }),
    );
    codesAbove = codes;
    codesAboveThen = then.codes;
  }
  return { cellOf, isMoved };
}

/** Every release that the public has seen, oldest first. */
export async function seenReleases(
  db: Knex,
  boundaryVersion: number,
  levels: readonly (LevelCells & { readonly codes: readonly string[]; readonly parentIdx: Int32Array })[],
): Promise<SeenRelease[]> {
  const rows = await query<{
    number: number;
    boundaryVersion: number;
    certificate: Pick<Certificate, "method" | "withheld"> & Partial<Pick<Certificate, "audits">>;
  }>(
    db,
    `select r.number, r.boundary_version as "boundaryVersion", p.certificate
     from release.release r join release.public_edition p on p.release = r.number
     where r.published_at is not null order by r.number`,
  );
  const seen: SeenRelease[] = [];
  for (const { number, boundaryVersion: own, certificate } of rows)
    seen.push({
      number,
      method: certificate.method,
      audits: certificate.audits ?? {},
      withheld: certificate.withheld,
      internal: byKey(await listColumns(db, number, "internal")),
      shown: byKey(await listColumns(db, number, "public")),
      ...(own === boundaryVersion ? { cellOf: null, isMoved: null } : await matchAreas(db, own, levels)),
    });
  return seen;
}

const idOf = ({ id, kind }: ColumnSide): string => (kind === "measure" ? measureColumn(id) : id);

/** Reads what the public has seen of the columns of a period, and says it of each side of a column. */
export async function readEarlier(
  db: Knex,
  seen: readonly SeenRelease[],
  input: Pick<PeriodInput, "period" | "areas" | "indicator" | "measure">,
  levels: readonly LevelCells[],
): Promise<PeriodInput["earlier"]> {
  const ofPeriod = seen.map((release) => ({
    release,
    shown: [...release.shown.values()].filter(({ period }) => period === input.period),
  }));
  const hashes = ofPeriod.flatMap(({ release, shown }) =>
    shown.flatMap(({ level, indicator, period, contentHash }) => [
      contentHash,
      ...[release.internal.get(columnKey(level, indicator, period))?.contentHash ?? []].flat(),
    ]),
  );
  if (hashes.length === 0) return undefined;
  const columns = await readColumns(db, hashes);
  return (side) => {
    const earlier = emptyEarlier(input.areas.above.length);
    const existed: Uint8Array[] = [];
    for (const { release } of ofPeriod) {
      const own = new Uint8Array(input.areas.above.length);
      let isThere = false;
      for (const { id: level, first } of levels) {
        const key = columnKey(level, idOf(side), input.period);
        const [was, shown] = [release.internal.get(key), release.shown.get(key)];
        if (!was || !shown) continue;
        isThere = true;
        const place = release.cellOf?.get(level);
        compare(
          { was: columns.get(was.contentHash)!, shown: columns.get(shown.contentHash)! },
          side,
          input,
          (idx) => (place ? place[idx]! : first + idx),
          { ...earlier, existed: own },
        );
      }
      if (!isThere) continue;
      existed.push(own);
      release.isMoved?.forEach((moved, cell) => {
        if (moved === 1) earlier.mustHide[cell] = 1;
      });
    }
    return existed.length > 0 ? { ...earlier, existed } : undefined;
  };
}

const emptyEarlier = (n: number): Omit<Earlier, "existed"> => ({
  isKnown: new Uint8Array(n),
  isRevised: new Uint8Array(n),
  mustHide: new Uint8Array(n),
  least: new Float64Array(n),
  most: new Float64Array(n),
});

/** Compares a column of then, and what was shown of it, with the figures of now. */
function compare(
  { was, shown }: { readonly was: ExactColumn; readonly shown: ExactColumn },
  side: ColumnSide,
  { indicator, measure }: Pick<PeriodInput, "indicator" | "measure">,
  cellAt: (idx: number) => number,
  found: Omit<Earlier, "existed"> & { readonly existed: Uint8Array },
): void {
  const now = side.kind === "measure" ? measure(side.id) : indicator(side.id);
  const before = side.side === "numerator" ? was.numerator : was.denominator;
  const today = side.side === "numerator" ? now?.numerator : now?.denominator;
  if (!before) return;
  for (let idx = 0; idx < was.covered.length; idx++) {
    const cell = cellAt(idx);
    if (was.covered[idx] === 0 || cell < 0) continue;
    found.existed[cell] = 1;
    const change = today ? today[cell]! - before[idx]! : 0;
    const isSame = today !== undefined && change === 0 && now!.exists[cell] === 1;
    if (shown.status[idx] !== SUPPRESSED && (shown.status[idx] === HAS_VALUE || shown.covered[idx]! > 0)) {
      if (isSame) found.isKnown[cell] = 1;
      else found.isRevised[cell] = 1;
      // A denominator may be unseen only because its numerator is hidden, which stays hidden.
    } else if (side.side === "numerator") {
      found.mustHide[cell] = 1;
      found.least[cell] = Math.min(found.least[cell]!, change);
      found.most[cell] = Math.max(found.most[cell]!, change);
    }
  }
}
