// What a layer looks like on the map, small enough for a line of a list.

import { LAYER_LOOKS } from "#client/map/context/layers.ts";
import type { Look, PointLook } from "#client/map/context/layers.ts";
import type { ContextLayerId } from "#domain/context";
import type { Theme } from "#client/model/view.ts";

const RINGS = { ring: [1, 0.55], "rings-2": [1, 0.72, 0.4], "rings-3": [1, 0.8, 0.6, 0.4, 0.22] } as const;

function PointSample({ sign, radiusPx, ink }: PointLook, theme: Theme, x: number) {
  const colour = ink[theme] ?? "var(--ink)";
  const key = `${sign} ${radiusPx}`;
  if (sign === "square")
    return (
      <rect
        key={key}
        x={x - radiusPx}
        y={7 - radiusPx}
        width={2 * radiusPx}
        height={2 * radiusPx}
        fill={colour}
      />
    );
  if (sign === "triangle")
    return (
      <path
        key={key}
        d={`M${x} ${7 - radiusPx}l${radiusPx} ${1.9 * radiusPx}h${-2 * radiusPx}z`}
        fill={colour}
      />
    );
  return (
    <g key={key}>
      {RINGS[sign].map((share, at) => (
        <circle
          key={share}
          cx={x}
          cy={7}
          r={share * radiusPx}
          fill={at % 2 === 0 ? colour : "var(--solid)"}
        />
      ))}
    </g>
  );
}

function sampleOf(look: Look, theme: Theme, at: number) {
  if (look.kind === "point") return PointSample(look, theme, 7 + 14 * at);
  const { colour } = look.ink[theme];
  return look.kind === "line" ? (
    <path key="line" d="M2 10c4-6 7 2 12-5" fill="none" stroke={colour} strokeWidth="2" />
  ) : null;
}

/** Its two greatest signs, or a line; nothing for relief. */
export function LayerSample({ layer, theme }: { readonly layer: ContextLayerId; readonly theme: Theme }) {
  const looks = Object.values(LAYER_LOOKS[layer].looks);
  const points = looks.filter(({ kind }) => kind === "point").slice(-2);
  const shown = points.length > 0 ? points : looks.filter(({ kind }) => kind === "line").slice(0, 1);
  if (shown.length === 0) return null;
  return (
    <svg width={Math.max(16, 14 * shown.length)} height="14" aria-hidden="true">
      {shown.map((look, at) => sampleOf(look, theme, at))}
    </svg>
  );
}
