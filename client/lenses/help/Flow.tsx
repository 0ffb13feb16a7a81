// The split of what was allocated, as bands whose width is the amount.

import { linkHorizontal } from "d3-shape";
import type { Balance } from "./money.ts";

const BOX = { width: 348, height: 74, node: 7, gap: 10 };
const link = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

export function Flow({ sums, label }: { readonly sums: Balance; readonly label: string }) {
  const total = sums.paid + sums.pending || 1;
  const height = BOX.height - BOX.gap;
  const paid = (sums.paid / total) * height;
  const pending = (sums.pending / total) * height;
  const top = BOX.gap / 2;
  const right = BOX.width - BOX.node;
  const band = (from: number, to: number, width: number, className: string) => (
    <path
      d={link({ source: [BOX.node, from + width / 2], target: [right, to + width / 2] }) ?? ""}
      strokeWidth={Math.max(1, width)}
      className={className}
    />
  );
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} className="flow" role="img" aria-label={label}>
      {band(top, 0, paid, "is-paid")}
      {pending > 0 && band(top + paid, paid + BOX.gap, pending, "is-pending")}
      <rect x={0} y={top} width={BOX.node} height={height} className="is-source" />
      <rect x={right} y={0} width={BOX.node} height={paid} className="is-source" />
      {pending > 0 && (
        <rect x={right} y={paid + BOX.gap} width={BOX.node} height={pending} className="is-left" />
      )}
    </svg>
  );
}
