// One picture of the map: the areas of a level, what fills them, and the lines between them. Pure: picture → layers.

import type { LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./colours.ts";
import type { Painting } from "./painting.ts";
import { lineWidth } from "./shapes.ts";
import type { TileLevel } from "./shapes.ts";

export interface Picture {
  readonly level: TileLevel;
  readonly painting: Painting;
  readonly tokens: MapColours;
}

/** Equal for pictures that look the same. */
export const pictureKey = (picture: Picture): string => JSON.stringify(picture);

/** Counts have circles above plain land. */
const isCount = ({ painting }: Picture): boolean => painting.kind === "plain" && painting.columns.length > 0;

/** Equal for pictures with the same lines: they do not depend on values. */
export function linesKey(picture: Picture): string {
  const { level, tokens } = picture;
  return JSON.stringify([level.boundary, level.id, tokens, isCount(picture)]);
}

type Anchored = readonly [before: string, layer: LayerSpecification];

/** Gives the lines between the areas and around those that are pointed at, invisible at first, each with the anchor it goes under. */
export function lineLayers(picture: Picture, source: string): Anchored[] {
  const { tokens, level } = picture;
  const key = linesKey(picture);
  // With the same layout both come out of one set of lines.
  const from = { source, "source-layer": level.id, layout: { "line-join": "round" } } as const;
  return [
    [
      "above edges",
      {
        id: `edge ${key}`,
        type: "line",
        ...from,
        paint: {
          "line-color": isCount(picture) ? tokens.hatchInk : tokens.edge,
          "line-width": lineWidth(level, 1),
          "line-opacity": 0,
        },
      },
    ],
    [
      "above outlines",
      {
        id: `outline ${key}`,
        type: "line",
        ...from,
        paint: {
          "line-color": tokens.ink,
          "line-width": [
            "case",
            ["boolean", ["feature-state", "isSelected"], false],
            3,
            ["boolean", ["feature-state", "isMarked"], false],
            2.5,
            ["boolean", ["feature-state", "isHovered"], false],
            2,
            0,
          ],
          "line-opacity": 0,
        },
      },
    ],
  ];
}
