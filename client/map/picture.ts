// One picture of the map: the areas of a level and what fills them. Pure: picture → source and layers.

import type { LayerSpecification, VectorSourceSpecification } from "maplibre-gl";
import { MISSING_REASONS } from "#domain/missing";
import type { MapColours } from "./colours.ts";
import { fillColour, inClass, isMissingFor } from "./paint.ts";
import type { ClassPick, Painting } from "./painting.ts";
import { PATTERNED } from "./patterns.ts";
import { lineWidth } from "./shapes.ts";
import type { TileLevel } from "./shapes.ts";

export interface Picture {
  readonly level: TileLevel;
  readonly painting: Painting;
  readonly tokens: MapColours;
}

/** Equal for pictures that look the same. */
export const pictureKey = (picture: Picture): string => JSON.stringify(picture);

/** The areas of a picture, also where the pointer finds them. */
export const areaLayer = (key: string): string => `area ${key}`;
export const outlineLayer = (key: string): string => `outline ${key}`;

type Anchored = readonly [before: string, layer: LayerSpecification];

const FADE = { duration: 220, delay: 0 };

/** How visible the areas are while the legend points at some of them. */
export function areaOpacity(pick: ClassPick | null, painting: Painting): LayerOpacity {
  return pick === null ? 1 : ["case", inClass(pick, painting), 1, 0.16];
}
type LayerOpacity = 1 | ["case", ReturnType<typeof inClass>, number, number];

/** Gives the source of a picture. Features go by their code, so that table and map mean the same by it. */
export function pictureSource(address: string, { level }: Picture): VectorSourceSpecification {
  return {
    type: "vector",
    tiles: [address],
    minzoom: level.minZoom,
    maxzoom: level.maxZoom,
    promoteId: "code",
  };
}

/** Gives the layers of a picture, invisible at first, each with the anchor it goes under. */
export function pictureLayers(picture: Picture, key: string, source: string): Anchored[] {
  const { tokens, level, painting } = picture;
  const isCount = painting.kind === "plain" && painting.columns.length > 0;
  const from = { source, "source-layer": level.id } as const;
  const areas: Anchored = [
    "above areas",
    {
      id: areaLayer(key),
      type: "fill",
      ...from,
      paint: {
        "fill-color": fillColour(painting) ?? tokens.land,
        "fill-opacity": 0,
        "fill-opacity-transition": FADE,
        "fill-antialias": false,
      },
    },
  ];
  const missing = MISSING_REASONS.flatMap((reason): Anchored[] => {
    const filter = isMissingFor(painting, reason);
    const pattern = PATTERNED.find((known) => known === reason);
    return pattern
      ? [
          [
            "above areas",
            {
              id: `${reason} ${key}`,
              type: "fill",
              ...from,
              filter,
              paint: { "fill-pattern": pattern, "fill-opacity": 0, "fill-opacity-transition": FADE },
            },
          ],
        ]
      : [
          [
            "above edges",
            {
              id: `${reason} ${key}`,
              type: "line",
              ...from,
              filter,
              paint: { "line-color": tokens.hatchInk, "line-width": 1, "line-opacity": 0 },
            },
          ],
        ];
  });
  const edges: Anchored = [
    "above edges",
    {
      id: `edge ${key}`,
      type: "line",
      ...from,
      paint: {
        "line-color": isCount ? tokens.hatchInk : tokens.edge,
        "line-width": lineWidth(level, 1),
        "line-opacity": 0,
      },
    },
  ];
  const outlines: Anchored = [
    "above outlines",
    {
      id: outlineLayer(key),
      type: "line",
      ...from,
      layout: { "line-join": "round" },
      paint: {
        "line-color": tokens.ink,
        "line-width": [
          "case",
          ["boolean", ["feature-state", "isSelected"], false],
          3,
          ["boolean", ["feature-state", "isHovered"], false],
          2,
          0,
        ],
        "line-opacity": 0,
      },
    },
  ];
  return [areas, ...missing, edges, outlines];
}
