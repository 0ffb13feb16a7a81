// Areas as shapes of one drawing, without a map behind them: each painted, named, and a link where it leads somewhere.

import { luminance } from "#domain/colour";
import { goTo } from "#client/model/location.ts";
import type { Frame } from "./area_paths.ts";
import { LINE_PX, placeLabels } from "./place_labels.ts";
import type { LabelWish } from "./place_labels.ts";
import "./drawn_areas.css";

/** An area of the drawing. */
export interface DrawnArea {
  readonly code: string;
  /** "Dongxi County: 36.4%" */
  readonly label: string;
  /** Null without a value. */
  readonly colour: string | null;
  /** The address that it leads to; null where it is no link. */
  readonly to: string | null;
}

export interface DrawnAreasProps {
  readonly frame: Frame;
  /** Shape of every area in the frame by code; those that are not in `areas` are land around. */
  readonly paths: ReadonlyMap<string, string>;
  readonly borders: string;
  readonly outline: string;
  readonly areas: readonly DrawnArea[];
  readonly wishes: readonly LabelWish[];
  /** What the drawing shows. */
  readonly label: string;
}

export function DrawnAreas({ frame, paths, borders, outline, areas, wishes, label }: DrawnAreasProps) {
  const colours = new Map(areas.map(({ code, colour }) => [code, colour]));
  return (
    <svg className="drawn-areas" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label={label}>
      <path
        className="is-outside"
        d={[...paths].flatMap(([code, path]) => (colours.has(code) ? [] : [path])).join("")}
      />
      {areas.map((area) => (
        <AreaShape key={area.code} area={area} path={paths.get(area.code) ?? ""} />
      ))}
      <path className="is-border" d={borders} />
      <path className="is-outline" d={outline} />
      <Labels wishes={wishes} frame={frame} colours={colours} />
    </svg>
  );
}

interface AreaShapeProps {
  readonly area: DrawnArea;
  readonly path: string;
}

function AreaShape({ area: { label, colour, to }, path }: AreaShapeProps) {
  const shape = (
    <path
      d={path}
      className={colour === null ? "is-missing" : undefined}
      style={colour === null ? undefined : { fill: colour }}
    >
      <title>{label}</title>
    </path>
  );
  if (to === null) return shape;
  return (
    <a
      href={to}
      aria-label={label}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(to);
      }}
    >
      {shape}
    </a>
  );
}

interface LabelsProps {
  readonly wishes: readonly LabelWish[];
  readonly frame: Frame;
  readonly colours: ReadonlyMap<string, string | null>;
}

/** Names in ink or white, whichever is read on the fill beneath. */
function Labels({ wishes, frame, colours }: LabelsProps) {
  return (
    <g className="is-labels" aria-hidden="true">
      {placeLabels(wishes, frame).map(({ code, name, second, x, y }) => {
        const under = colours.get(code) ?? null;
        const isOnDark = under !== null && luminance(under) < 0.24;
        return (
          <text
            key={code}
            x={x}
            y={y}
            className={isOnDark ? "is-on-dark" : "is-on-light"}
            style={under === null ? undefined : { stroke: under }}
          >
            {name}
            {second !== null && (
              <tspan x={x} dy={LINE_PX}>
                {second}
              </tspan>
            )}
          </text>
        );
      })}
    </g>
  );
}
