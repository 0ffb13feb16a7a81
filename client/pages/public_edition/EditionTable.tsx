// The figures of a level in both editions, the withheld ones alone or all.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ParentTable } from "#domain/contract/fields";
import type { AreaValue } from "#domain/contract/values";
import { WITHHELD_REASONS } from "#domain/disclosure";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useWords } from "#client/i18n/words.ts";
import type { EditionRow } from "./rows.ts";

/** Rows that are listed. */
const LISTED = 400;

export interface EditionTableProps {
  readonly rows: readonly EditionRow[];
  /** The areas that the rows name as those above them. */
  readonly parents: ParentTable;
  readonly indicator: CatalogIndicator;
  /** Whether what the public sees is listed too. */
  readonly isAll: boolean;
  /** Whether reasons were kept with the release. */
  readonly isRecorded: boolean;
  /** Whether the public sees the indicator at all. */
  readonly isPublic: boolean;
}

export function EditionTable({ rows, parents, indicator, isAll, isRecorded, isPublic }: EditionTableProps) {
  const words = useWords();
  const { t } = words;
  const p = t.publicEdition;
  const withheld = rows.filter((row) => row.isWithheld);
  const listed = isAll ? rows : withheld;
  const whole = (count: number): string => words.number(count, "count", { whole: true });
  const unit = words.unit(indicator.unit);
  return (
    <section className="edition-table" aria-label={p.title}>
      <WithheldCounts {...{ withheld, isPublic, isRecorded }} total={rows.length} />
      {listed.length > LISTED && <p>{p.first(whole(LISTED), whole(listed.length))}</p>}
      {listed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{p.place}</th>
              <th className="num">
                {p.internal}
                {unit && t.unitSuffix(unit)}
              </th>
              <th className="num">{p.public}</th>
              <th>{p.why}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, LISTED).map((row) => (
              <EditionLine key={row.code} {...{ row, parents, indicator, isPublic }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface WithheldCountsProps extends Pick<EditionTableProps, "isPublic" | "isRecorded"> {
  readonly withheld: readonly EditionRow[];
  /** Rows in all. */
  readonly total: number;
}

/** How many are withheld, and for which reasons. */
function WithheldCounts({ withheld, total, isPublic, isRecorded }: WithheldCountsProps) {
  const words = useWords();
  const p = words.t.publicEdition;
  const whole = (count: number): string => words.number(count, "count", { whole: true });
  const counts = WITHHELD_REASONS.map((reason) => ({
    reason,
    count: withheld.filter((row) => row.reason === reason).length,
  }));
  return (
    <p>
      <b>{p.withheld(whole(withheld.length), whole(total))}</b>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ reason, count }) => (
          <span key={reason}>{p.ofThem(whole(count), p.reasons[reason])}</span>
        ))}
      {!isPublic && <span>{p.never}</span>}
      {isPublic && !isRecorded && withheld.length > 0 && <span>{p.notRecorded}</span>}
    </p>
  );
}

interface EditionLineProps extends Pick<EditionTableProps, "parents" | "indicator" | "isPublic"> {
  readonly row: EditionRow;
}

/** An area with its figure in both editions, and why the public does not see it. */
function EditionLine({ row, parents, indicator, isPublic }: EditionLineProps) {
  const words = useWords();
  const p = words.t.publicEdition;
  const figure = ({ value, missing }: AreaValue): string =>
    value === undefined
      ? words.missing(missing ?? "not-surveyed")
      : words.number(value, indicator.unit, { bare: true });
  const why = (row: EditionRow): string => {
    if (!row.isWithheld) return "";
    if (!isPublic) return p.never;
    return row.reason === null ? p.unknown : p.reasons[row.reason];
  };
  const aboveOf = ({ parent }: AreaValue): string[] => {
    const above = parent === undefined ? undefined : parents[parent];
    return above ? [words.text(above.names)] : [];
  };
  return (
    <tr>
      <td>
        <AreaName name={words.text(row.area.names)} above={aboveOf(row.area)} />
      </td>
      <td className="num">{figure(row.area)}</td>
      <td className={row.isWithheld ? "num is-withheld" : "num"}>
        {row.shown ? figure(row.shown) : row.isWithheld ? p.nothing : figure(row.area)}
      </td>
      <td>{why(row)}</td>
    </tr>
  );
}
