// A link as a QR code, for what is printed.

import { encode } from "uqr";

/** Characters up to which the squares of a code of 16 mm are large enough for a phone. */
const MOST_CHARACTERS = 700;

export interface QrCodeProps {
  readonly link: string;
  readonly className: string;
}

/** Nothing for a link that is too long to be read from paper. */
export function QrCode({ link, className }: QrCodeProps) {
  if (link.length > MOST_CHARACTERS) return null;
  const { data, size } = encode(link, { ecc: "L", border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <path d={`M0 0h${size}v${size}h${-size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
