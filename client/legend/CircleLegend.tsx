// Nested circles: what a size on the map stands for.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { LENS_RAMPS } from "#domain/lens_colours";
import { useWords } from "#client/i18n/words.ts";
import { largestRadiusPx, radiusPx, roundSizes } from "#client/map/circles.ts";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useView } from "#client/data/view_context.ts";
import "./circle_legend.css";

export function CircleLegend({
  answer,
  indicator,
}: {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
}) {
  const words = useWords();
  const { view } = useView();
  const insiders = useInsiders();
  const ramp = LENS_RAMPS[indicator.lens][view.theme];
  const max = answer.classes.max ?? 0;
  const largest = largestRadiusPx(Math.max(insiders.length, 1));
  const sizes = roundSizes(max).map((size) => ({ size, radius: radiusPx(size, max, largest) }));
  if (sizes.length === 0) return <p className="nothing">{words.t.noValues}</p>;
  const height = largest * 2 + 4;
  return (
    <svg
      className="circle-legend"
      width="220"
      height={Math.max(height, 44)}
      role="img"
      aria-label={words.label(indicator.label)}
    >
      {sizes.map(({ size, radius }, i) => {
        const y = Math.max(height, 44) - 2;
        const textY = Math.max(10, y - 34 + i * 16 - (largest > 24 ? 18 : 0));
        return (
          <g key={size}>
            <circle
              cx={largest + 2}
              cy={y - radius}
              r={radius}
              fill={ramp[3]}
              fillOpacity={0.35}
              stroke={ramp[4]}
            />
            <path d={`M${largest + 2} ${y - 2 * radius}L${largest * 2 + 20} ${textY}`} className="leader" />
            <text x={largest * 2 + 24} y={textY + 4}>
              {words.number(size, indicator.unit, { digits: 0 })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
