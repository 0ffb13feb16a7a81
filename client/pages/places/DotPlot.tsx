// One row as dots on a line: areas of the level as ticks, the area that holds them as a bar, the norm dashed.

import { useWords } from "#client/i18n/words.ts";
import { placeOn } from "#client/model/place_rows.ts";
import type { PlaceRow } from "#client/model/place_rows.ts";
import { MarkerShape } from "./Marker.tsx";

/** Ticks closer together than this share of the width are one. */
const GRAIN = 400;

/** Room at both ends for half a mark, in per cent. */
const END = 1.5;

const percent = (share: number): number => END + share * (100 - 2 * END);

export interface DotPlotProps {
  readonly row: PlaceRow;
  readonly names: readonly string[];
}

export function DotPlot({ row, names }: DotPlotProps) {
  const words = useWords();
  const { t } = words;
  const { indicator, entries, siblings, whole } = row;
  const ticks = [...new Set(siblings.map((value) => Math.round(placeOn(row, value) * GRAIN)))];
  const norm = indicator.denominator === null ? undefined : indicator.norm?.value;
  const texts = entries.flatMap((entry, at) =>
    entry?.value === undefined
      ? []
      : [t.places.dot(names[at]!, words.number(entry.value, indicator.unit, { whole: true }))],
  );
  return (
    <svg className="dot-plot" role="img" aria-label={texts.join(t.comma)} height="31" width="100%">
      <line className="dot-line" x1={`${END}%`} x2={`${100 - END}%`} y1="16" y2="16" />
      {ticks.map((tick) => (
        <line
          key={tick}
          className="dot-tick"
          x1={`${percent(tick / GRAIN)}%`}
          x2={`${percent(tick / GRAIN)}%`}
          y1="12"
          y2="20"
        />
      ))}
      {norm !== undefined && (
        <line
          className="dot-norm"
          x1={`${percent(placeOn(row, norm))}%`}
          x2={`${percent(placeOn(row, norm))}%`}
          y1="5"
          y2="27"
        >
          <title>{t.places.norm(words.number(norm, indicator.unit))}</title>
        </line>
      )}
      {whole !== undefined && (
        <line
          className="dot-whole"
          x1={`${percent(placeOn(row, whole))}%`}
          x2={`${percent(placeOn(row, whole))}%`}
          y1="7"
          y2="25"
        />
      )}
      {entries.map(
        (entry, at) =>
          entry?.value !== undefined && (
            // The place of a mark is its place in the list.
            <svg key={names[at]} x={`${percent(placeOn(row, entry.value))}%`} y="16" overflow="visible">
              <MarkerShape at={at} />
            </svg>
          ),
      )}
    </svg>
  );
}
