// The map of teachers: schools of the area, how many go there, which are moved away, who stays below the norm.

import { useMemo } from "react";
import type { TeacherPlan, TeacherSchool } from "#domain/contract/teachers";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { borderPath, outlinePath, placeOf, worldOf } from "#client/map/drawing/area_paths.ts";
import type { Bbox } from "#domain/bbox";
import { useTiles } from "#client/map/drawing/use_tiles.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useAreaDrawing } from "#client/pages/plan/map/use_area_drawing.ts";
import "./teacher_map.css";

const lacks = ({ has, needs, given }: TeacherSchool): boolean => has + given < needs;

/** Radius of a disc with a number, pixels: its area grows with the teachers. */
const radiusOf = (teachers: number): number => Math.min(18, 7 + 2 * Math.sqrt(Math.abs(teachers)));

export function TeacherMap({ plan, bbox }: { readonly plan: TeacherPlan; readonly bbox: Bbox }) {
  const words = useWords();
  const t = words.t.plan.teachers;
  const { setElement, frame, paths, borders, above } = useAreaDrawing(bbox);
  const { catalog } = useView();
  const own = useTiles(tileLevelOf(catalog, plan.area.level), frame);
  const lines = useMemo(
    () =>
      frame && above && own.tiles
        ? { townships: borderPath(above, frame), area: outlinePath(own.tiles, plan.area.code, frame) }
        : { townships: "", area: "" },
    [frame, above, own.tiles, plan.area.code],
  );
  // Discs with numbers lie over the others, small ones over large ones.
  const schools = [...plan.schools].sort(
    (a, b) => Number(a.given !== 0) - Number(b.given !== 0) || b.given - a.given,
  );
  const isDrawn = frame !== null && paths !== null;
  return (
    <div ref={setElement} className="plan-drawing plan-teachers-map" data-painted={isDrawn}>
      {isDrawn && (
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label={t.map(words.text(plan.area.names))}>
          <path className="is-around" d={[...paths.values()].join("")} />
          <path className="is-border" d={borders} />
          <path className="is-township" d={lines.townships} />
          <path className="is-area" d={lines.area} />
          {schools.map((school) => {
            if (!school.at) return null;
            const [x, y] = placeOf(frame, worldOf(...school.at));
            return <School key={school.code} {...{ school, x, y }} />;
          })}
        </svg>
      )}
    </div>
  );
}

function School({
  school,
  x,
  y,
}: {
  readonly school: TeacherSchool;
  readonly x: number;
  readonly y: number;
}) {
  const words = useWords();
  const t = words.t.plan.teachers;
  const { given } = school;
  const state = given > 0 ? "is-given" : given < 0 ? "is-moved" : lacks(school) ? "is-short" : "is-met";
  return (
    <g className={state}>
      <title>
        {words.t.join([
          words.text(school.names),
          `${t.columns.has} ${school.has}`,
          `${t.columns.needs} ${school.needs}`,
          ...(given === 0 ? [] : [`${t.columns.given} ${signed(given)}`]),
        ])}
      </title>
      <circle cx={x} cy={y} r={given === 0 ? 3.2 : radiusOf(given)} />
      {given !== 0 && (
        <text x={x} y={y + 4}>
          {signed(given)}
        </text>
      )}
    </g>
  );
}

/** With its sign: +3, −2. */
export const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : "0");

export function TeacherLegend() {
  const t = useWords().t.plan.teachers.legend;
  return (
    <div className="plan-legend card plan-teachers-map">
      {(["given", "short", "moved", "met"] as const).map((state) => (
        <p key={state}>
          <svg width="14" height="14" aria-hidden="true">
            <g className={`is-${state}`}>
              <circle cx="7" cy="7" r={state === "given" || state === "moved" ? 6 : 3.2} />
            </g>
          </svg>
          {t[state]}
        </p>
      ))}
    </div>
  );
}
