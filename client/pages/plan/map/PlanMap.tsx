// The map of the workbench: minutes by village, schools, the sites of the plan; a site is dragged to where it may stand.

import { useMemo } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { PlanResult, PlanSite } from "#domain/contract/plan_runs";
import type { PlanVillage, Situation } from "#domain/contract/situation";
import { useWords } from "#client/i18n/words.ts";
import { outlinePath, placeOf, worldOf } from "#client/map/drawing/area_paths.ts";
import type { Frame, WorldPoint } from "#client/map/drawing/area_paths.ts";
import { usePrinting } from "#client/model/printing.ts";
import { useAreaDrawing } from "./use_area_drawing.ts";
import { differenceClass } from "./difference.ts";
import { useGrip, useKeys } from "./use_site_moves.ts";
import type { SiteMoves } from "./use_site_moves.ts";
import { placeLabels } from "./place_labels.ts";
import type { Label } from "./place_labels.ts";
import { fillClass } from "./village_fill.ts";

const DISC_PX = 10;

/** What the areas are coloured by: minutes before the plan, with it, or what lies between. */
export const MAP_VIEWS = ["before", "after", "difference"] as const;
export type MapView = (typeof MAP_VIEWS)[number];

export interface PlanMapProps extends SiteMoves {
  readonly situation: Situation;
  readonly plan: PlanResult | null;
  readonly minutes: number;
  readonly shows: MapView;
  /** Minutes by village that a difference starts from; null for those before any plan. */
  readonly from?: readonly (number | null)[] | null;
}

export function PlanMap({ situation, plan, minutes, shows, from = null, onMove, onRemove }: PlanMapProps) {
  const words = useWords();
  const t = words.t.plan;
  const { area, villages } = situation;
  const { setElement, frame, paths, borders, above } = useAreaDrawing(area.bbox);
  const outlines = useMemo(
    () =>
      frame && above ? situation.townships.map(({ code }) => outlinePath(above, code, frame)).join("") : "",
    [frame, above, situation.townships],
  );
  const at = (lonLat: readonly [number, number]): WorldPoint => placeOf(frame!, worldOf(...lonLat));
  const own = useMemo(() => new Set(villages.map(({ code }) => code)), [villages]);
  const isFixed = onMove === undefined;
  const isPrinting = usePrinting();
  const [left, top, right, bottom] = frame
    ? isPrinting
      ? cropOf(frame, area.bbox)
      : whole(frame)
    : [0, 0, 0, 0];
  const labels = useMemo(
    () =>
      placeLabels(
        frame && plan
          ? plan.sites.map((site) => ({
              at: placeOf(frame, worldOf(...site.at)),
              name: words.text(site.names),
            }))
          : [],
        [left, right],
      ),
    [frame, plan, words, left, right],
  );
  const { onGrip, listeners } = useGrip(frame, situation, onMove);
  const { onKey, focused } = useKeys(frame, situation, { onMove, onRemove });
  const isDrawn = paths !== null && frame !== null;
  const shown = shows === "before" ? null : plan;
  const outside = useMemo(
    () => shown && new Map(shown.outside.map(({ code, people }) => [code, people])),
    [shown],
  );
  const fillOf = (village: PlanVillage, v: number): string => {
    const now = {
      minutes: shown ? shown.minutes[v]! : village.minutes,
      outside: outside ? (outside.get(village.code) ?? 0) : village.outside,
    };
    if (shows !== "difference") return fillClass(village, now, minutes);
    return village.people ? differenceClass(from ? from[v]! : village.minutes, now.minutes) : "is-nobody";
  };
  return (
    <div ref={setElement} className="plan-drawing" data-painted={isDrawn}>
      {isDrawn && (
        <svg
          viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
          aria-label={t.map(words.text(area.names))}
          {...listeners}
        >
          <defs>
            <pattern
              id="plan-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className="plan-hatch-paper" />
              <line x1="0" x2="0" y2="6" className="plan-hatch-line" />
            </pattern>
          </defs>
          <path
            className="is-around"
            d={[...paths].flatMap(([code, path]) => (own.has(code) ? [] : [path])).join("")}
          />
          {villages.map((village, v) => (
            <path
              key={village.code}
              d={paths.get(village.code) ?? ""}
              className={`plan-area ${fillOf(village, v)}`}
              data-code={village.code}
            >
              <title>{titleOf(village.names, shown ? shown.minutes[v]! : village.minutes)}</title>
            </path>
          ))}
          <path className="is-border" d={borders} />
          <path className="is-township" d={outlines} />
          <Schools situation={situation} at={at} />
          {shown && outside && <Spider {...{ situation, plan: shown, outside, at }} />}
          {shown?.sites.map((site, s) => (
            <SiteDisc
              key={site.code ?? site.at.join()}
              {...{ site, frame, onGrip, onKey, isFixed }}
              label={labels[s]!}
              isFocused={site.code !== null && site.code === focused}
            />
          ))}
        </svg>
      )}
    </div>
  );

  function titleOf(names: Readonly<Record<string, string>>, value: number | null): string {
    const way = value === null ? t.noWay : words.number(value, "minutes");
    return words.t.pair(words.text(names), way);
  }
}

type Extent = readonly [left: number, top: number, right: number, bottom: number];

const whole = ({ width, height }: Frame): Extent => [0, 0, width, height];

/** Around an area on paper, pixels: names of sites at its edge need some room. */
const [CROP_X, CROP_Y] = [44, 18];

/** Of a drawing the part that an area takes. */
function cropOf(frame: Frame, [west, south, east, north]: Situation["area"]["bbox"]): Extent {
  const [x0, y0] = placeOf(frame, worldOf(west, north));
  const [x1, y1] = placeOf(frame, worldOf(east, south));
  return [x0 - CROP_X, y0 - CROP_Y, x1 + CROP_X, y1 + CROP_Y];
}

interface DrawnProps {
  readonly situation: Situation;
  at(lonLat: readonly [number, number]): WorldPoint;
}

/** Schools beyond which they are drawn as dots: they would cover the map. */
const MOST_SYMBOLS = 900;

function Schools({ situation, at }: DrawnProps) {
  if (situation.facilities.length > MOST_SYMBOLS)
    return (
      <g className="plan-schools is-dense" aria-hidden="true">
        {situation.facilities.map(({ at: place, isCounted, kind }) => {
          const [x, y] = at(place);
          return isCounted && <circle key={`${kind} ${place.join()}`} cx={x} cy={y} r="1" />;
        })}
      </g>
    );
  return (
    <g className="plan-schools" aria-hidden="true">
      {situation.facilities.map(({ at: place, isCounted, kind }) => {
        const [x, y] = at(place);
        const key = `${kind} ${place.join()}`;
        return isCounted ? (
          <rect key={key} x={x - 2.8} y={y - 2.8} width="5.6" height="5.6" />
        ) : (
          <path key={key} d={`M${x} ${y - 3.4}L${x + 3.2} ${y + 2.4}L${x - 3.2} ${y + 2.4}Z`} />
        );
      })}
    </g>
  );
}

/** Lines from the villages that are gained to their site. */
function Spider({
  situation,
  plan,
  outside,
  at,
}: DrawnProps & {
  readonly plan: PlanResult;
  /** People who stay outside, by village. */
  readonly outside: ReadonlyMap<string, number>;
}) {
  const siteOf = new Map(plan.sites.map((site) => [site.number, site]));
  const lines = situation.villages.flatMap((village, v) => {
    const site = siteOf.get(plan.nearest[v]!);
    const isGained = village.outside > (outside.get(village.code) ?? 0);
    if (!site || !isGained || !village.at || site.code === village.code) return [];
    const [[x1, y1], [x2, y2]] = [at(village.at), at(site.at)];
    return [{ code: village.code, x1, y1, x2, y2 }];
  });
  return (
    <g className="plan-spider" aria-hidden="true">
      {lines.map(({ code, ...line }) => (
        <line key={`${code} casing`} {...line} className="is-casing" />
      ))}
      {lines.map(({ code, ...line }) => (
        <g key={code}>
          <line {...line} />
          <circle cx={line.x1} cy={line.y1} r="2.4" />
        </g>
      ))}
    </g>
  );
}

interface SiteDiscProps {
  readonly site: PlanSite;
  /** Where its name stands. */
  readonly label: Label;
  readonly frame: Frame;
  /** Whether it is only looked at. */
  readonly isFixed: boolean;
  /** Whether it was moved by a key just now and keeps the focus. */
  readonly isFocused: boolean;
  onGrip(event: PointerEvent<SVGGElement>, site: PlanSite): void;
  onKey(event: KeyboardEvent<SVGGElement>, site: PlanSite): void;
}

/** A site: its number and the name beside it. */
function SiteDisc({ site, label, frame, isFixed, isFocused, onGrip, onKey }: SiteDiscProps) {
  const words = useWords();
  const [x, y] = placeOf(frame, worldOf(...site.at));
  const name = words.text(site.names);
  return (
    <g
      ref={isFocused ? (element) => element?.focus() : undefined}
      className="plan-site"
      data-site={site.number}
      aria-label={words.t.plan.siteOnMap(site.number, name)}
      {...(!isFixed && {
        role: "application",
        tabIndex: 0,
        "aria-keyshortcuts": "ArrowLeft ArrowRight ArrowUp ArrowDown Delete",
        onPointerDown: (event: PointerEvent<SVGGElement>) => onGrip(event, site),
        onKeyDown: (event: KeyboardEvent<SVGGElement>) => onKey(event, site),
      })}
    >
      <title>{words.t.plan.siteOnMap(site.number, name)}</title>
      <circle cx={x} cy={y} r={DISC_PX} />
      <text x={x} y={y + 4} className="is-number">
        {site.number}
      </text>
      <text x={label.x} y={label.y} className="is-name" textAnchor={label.anchor}>
        {name}
      </text>
    </g>
  );
}
