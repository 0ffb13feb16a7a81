// The little square that stands for a class or a missing reason; the same colours as on the map.

import type { Missing } from "#domain/missing";

export function Swatch({ colour, reason }: { readonly colour?: string | null; readonly reason?: Missing }) {
  return reason ? (
    <i className={`swatch is-${reason}`} aria-hidden="true" />
  ) : (
    <i className="swatch" style={{ background: colour ?? undefined }} aria-hidden="true" />
  );
}
