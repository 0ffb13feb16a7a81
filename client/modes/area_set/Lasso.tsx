// A loop drawn over the map by hand; what has its middle inside joins the set.

import { useState } from "react";
import type { PointerEvent } from "react";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useView } from "#client/data/view_context.ts";
import { putIn } from "#client/model/basket.ts";
import { codesInRing } from "./points_in_lasso.ts";
import "./area_set.css";

type Point = readonly [x: number, y: number];

/** Points closer together than this say nothing new, in pixels. */
const STEP_PX = 4;

export function Lasso({ mapView }: { readonly mapView: MapView }) {
  const { t } = useWords();
  const { view, change } = useView();
  const insiders = useInsiders();
  const [loop, setLoop] = useState<readonly Point[]>([]);

  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setLoop([at(event)]);
  };
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    const last = loop[loop.length - 1];
    if (!last) return;
    const next = at(event);
    if (Math.hypot(next[0] - last[0], next[1] - last[1]) >= STEP_PX) setLoop([...loop, next]);
  };
  const end = (): void => {
    const ring = loop.map(([x, y]) => mapView.map.unproject([x, y]).toArray());
    setLoop([]);
    const codes = codesInRing(insiders, ring);
    if (codes.length > 0) change(putIn(view, codes));
  };
  return (
    <svg
      className="lasso"
      role="img"
      aria-label={t.set.lasso}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={() => setLoop([])}
    >
      <path d={loop.length > 1 ? `M${loop.map((point) => point.join()).join("L")}Z` : ""} />
    </svg>
  );
}
