// The little square that stands for a class or a missing reason; the same colours as on the map.

import { MISSING, type Missing } from "#domain/missing";
import "./swatch.css";

export interface SwatchProps {
  readonly colour?: string | null;
  readonly reason?: Missing;
  /** Under the hatch of what is unreliable. */
  readonly isHatched?: boolean;
}

export function Swatch({ colour, reason, isHatched = false }: SwatchProps) {
  const kind = reason ? ` is-${MISSING[reason].swatch}` : isHatched ? " is-unreliable" : "";
  return (
    <i
      className={`swatch${kind}`}
      style={reason ? undefined : { backgroundColor: colour ?? undefined }}
      aria-hidden="true"
    />
  );
}
