// Columns in three dimensions over the map, drawn by deck.gl on a canvas of its own. Loaded when first asked for.

import { ColumnLayer } from "@deck.gl/layers";
import { MapboxOverlay } from "@deck.gl/mapbox";
import type { IControl, Map as MapLibreMap } from "maplibre-gl";

export interface Column {
  readonly code: string;
  /** [lon, lat] */
  readonly centre: readonly [number, number];
  readonly count: number;
}

export interface ColumnStyle {
  /** Red, green, blue, 0–255. */
  readonly colour: readonly [number, number, number];
  readonly radiusPx: number;
  /** Height of a column that counts `max`, in metres. */
  readonly heightM: number;
  readonly max: number;
}

/** Stands on a map from its construction until `remove`. */
export class ColumnOverlay {
  readonly #map: MapLibreMap;
  // deck.gl types its control against another release of MapLibre; a control is these two methods.
  readonly #overlay = new MapboxOverlay({ interleaved: false, layers: [] });

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.addControl(this.#overlay as unknown as IControl);
  }

  show(columns: readonly Column[], { colour, radiusPx, heightM, max }: ColumnStyle): void {
    const layer = new ColumnLayer<Column>({
      id: "columns",
      data: columns,
      diskResolution: 12,
      radius: radiusPx,
      radiusUnits: "pixels",
      extruded: true,
      getPosition: ({ centre }) => [centre[0], centre[1]],
      getElevation: ({ count }) => count,
      elevationScale: max > 0 ? heightM / max : 0,
      getFillColor: [...colour, 225],
      material: { ambient: 0.55, diffuse: 0.5, shininess: 16 },
    });
    this.#overlay.setProps({ layers: [layer] });
  }

  remove(): void {
    this.#map.removeControl(this.#overlay as unknown as IControl);
  }
}
