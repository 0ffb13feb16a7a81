// Maps as SVG: areas in classes with a legend, or one area among its neighbours.

import { findBreaks } from "#domain/class_methods";
import { classOf } from "#domain/classes";
import { luminance } from "#domain/colour";
import { rampOf, rampOfIndicator } from "#domain/lens_colours";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { html, type Html } from "./html.ts";
import { bboxOf, pathOf, projection, type Frame, type Shape } from "./shapes.ts";

export interface MapArea {
  readonly shape: Shape;
  readonly name: string;
  readonly href: string;
  /** Null for none; `text` says why. */
  readonly value: number | null;
  readonly text: string;
}

interface MapText {
  readonly alt: string;
  readonly title: string;
  readonly little: string;
  readonly much: string;
  readonly format: (value: number) => string;
}

const CLASSES = 5;
/** As in the style sheet, of a picture that has none. */
const LOCATOR_AREAS = "#f5dccb";
/** Under the names of a locator. */
const LOCATOR_GROUND = "#fbeadd";
/** Size of names in units of a locator, which is drawn small and coarse. */
const LOCATOR_TYPE = 6;
/** From this luminance of the ground on, letters on it are dark. */
const DARK_LETTERS = 0.3;
const NOTHING = "url(#none)";

const hatch = html`<defs
  ><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><rect width="6" height="6" fill="#edeae3" /><path
      d="M0 0V6"
      stroke="#a9a49a"
      stroke-width="1.4" /></pattern
></defs>`;

interface Label {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly fill: string;
  /** Of the area that a picture is about. */
  readonly isOwn?: boolean;
}

/** Labels that do not lie on each other, the first ones first. */
function placed(labels: readonly Label[], width: number, type = 14): Html[] {
  const taken: [number, number, number, number][] = [];
  return labels.flatMap(({ name, at: [x, y], fill, isOwn }) => {
    const half = [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 0.52 : 0.29) * type, 0);
    const box: [number, number, number, number] = [x - half, y - 0.66 * type, x + half, y + 0.66 * type];
    if (box[0] < 0 || box[2] > width) return [];
    if (
      taken.some(
        ([west, north, east, south]) => box[0] < east && box[2] > west && box[1] < south && box[3] > north,
      )
    )
      return [];
    taken.push(box);
    const isDark = !fill.startsWith("#") || luminance(fill) > DARK_LETTERS;
    return [
      html`<text
        ${isOwn ? html` class="is-own"` : isDark ? null : html` class="on-dark"`}
        x="${Math.round(x)}"
        y="${Math.round(y + type / 3)}"
        >${name}</text
      >`,
    ];
  });
}

/** Areas coloured in five classes, each a link. Nothing where nothing can be drawn. */
export function classMap(
  areas: readonly MapArea[],
  indicator: Pick<CatalogIndicator, "lens" | "polarity">,
  { alt, title, little, much, format }: MapText,
  size: Pick<Frame, "width" | "height">,
): Html {
  const bbox = bboxOf(areas.map(({ shape }) => shape));
  if (!bbox) return html``;
  const values = areas.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const breaks = values.length > CLASSES ? findBreaks(values, "ckmeans", CLASSES) : [];
  const ramp = rampOf(rampOfIndicator(indicator, "light"), breaks.length + 1);
  const project = projection({ bbox, ...size }, 6);
  const drawn = areas.map((area) => ({
    ...area,
    fill: area.value === null ? NOTHING : ramp[classOf(area.value, { breaks })]!,
  }));
  // The worst area wins the room.
  const sign = indicator.polarity === "higher-is-better" ? -1 : 1;
  const worse = ({ value }: MapArea): number => (value === null ? -Infinity : sign * value);
  const labels = [...drawn]
    .sort((a, b) => worse(b) - worse(a) || 0)
    .flatMap(({ name, shape: { point }, fill }) => (point ? [{ name, at: project(...point), fill }] : []));
  const legend =
    breaks.length > 0
      ? html`<p class="legend">
          <span>${title}</span
          ><span class="ramp"
            ><i>${little}</i
            >${ramp.map((colour, at) => html`<b style="background:${colour}"><small>${at > 0 ? format(breaks[at - 1]!) : ""}</small></b>`)}<i
              >${much}</i
            ></span
          >
        </p>`
      : null;
  return html`<figure class="map">
    <svg viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="${alt}">
      ${hatch}
      <g class="areas">
        ${drawn.map(
          ({ name, href, text, shape, fill }) =>
            html`<a href="${href}" aria-label="${name} ${text}"
              ><path d="${pathOf(shape.rings, project, 1.25)}" fill="${fill}"
                ><title>${name} ${text}</title></path
              ></a
            >`,
        )}
      </g>
      <g class="names" aria-hidden="true">${placed(labels, size.width)}</g></svg
    >${legend}
  </figure>`;
}

/** Size of a locator in units of its own. */
const LOCATOR = { width: 180, height: 140 } as const;
const LOCATOR_MARGIN = 8;

/** The ground of the locators of areas that are neighbours, as a picture by itself; "" where nothing can be drawn. */
export function locatorGround(shapes: readonly Shape[]): string {
  const bbox = bboxOf(shapes);
  if (!bbox) return "";
  const { width, height } = LOCATOR;
  const project = projection({ bbox, width, height }, LOCATOR_MARGIN);
  const path = shapes.map(({ rings }) => pathOf(rings, project, 1)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${path}" fill="${LOCATOR_AREAS}" stroke="#fff" stroke-width=".5" stroke-linejoin="round"/></svg>`;
}

/**
 * One area in colour among the areas beside it, which have none; a picture, as links to them stand in the page. `ground` is where
 * the picture of `locatorGround` stands; null to draw it here.
 */
export function locatorMap(
  areas: readonly Pick<MapArea, "shape" | "name">[],
  own: number,
  alt: string,
  ground: string | null,
): Html {
  const size = LOCATOR;
  const bbox = bboxOf(areas.map(({ shape }) => shape));
  if (!bbox) return html``;
  const project = projection({ bbox, ...size }, LOCATOR_MARGIN);
  const path = (shape: Shape): string => pathOf(shape.rings, project, 1);
  const ordered = [...areas].sort((a, b) => Number(b.shape.idx === own) - Number(a.shape.idx === own));
  const labels = ordered.flatMap(({ name, shape: { point, idx } }) =>
    point ? [{ name, at: project(...point), fill: LOCATOR_GROUND, isOwn: idx === own }] : [],
  );
  const self = areas.find(({ shape }) => shape.idx === own);
  const others = areas.filter(({ shape }) => shape.idx !== own);
  return html`<figure class="map locator">
    <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${alt}">
      ${
        ground === null
          ? html`<g class="areas"><path d="${others.map(({ shape }) => path(shape)).join("")}" /></g>`
          : html`<image href="${ground}" width="${size.width}" height="${size.height}" />`
      }
      ${self ? html`<path class="own" d="${path(self.shape)}" />` : null}
      <g class="names" aria-hidden="true">${placed(labels, size.width, LOCATOR_TYPE)}</g>
    </svg>
  </figure>`;
}
