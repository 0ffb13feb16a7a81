// The symbol of a kind of facility, as on the map.

import { facilityKind } from "#domain/facilities";
import { outlinePoints } from "#client/map/things/symbols.ts";
import "./facility.css";

const SIZE = 14;
const INNER = 11;

export function FacilitySymbol({ kind }: { readonly kind: string }) {
  const shape = facilityKind(kind)?.symbol.shape ?? "square";
  const points = outlinePoints(shape, INNER);
  const off = (SIZE - INNER) / 2;
  return (
    <svg
      className="facility-symbol"
      width={SIZE}
      height={SIZE}
      viewBox={`${-off} ${-off} ${SIZE} ${SIZE}`}
      aria-hidden="true"
    >
      {points === null ? (
        <circle
          cx={INNER / 2}
          cy={INNER / 2}
          r={INNER / 2 - 1.5}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      ) : (
        <polygon points={points} fill="currentColor" />
      )}
    </svg>
  );
}
