// The names and signs on the map: set when names or points change, coloured by what lies under them.

import { LngLat } from "maplibre-gl";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { Theme } from "#client/model/view.ts";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ContentSwitch } from "./content_switch.ts";
import { SIGN_RATIO, drawSign, pointLooks, signName } from "./context/signs.ts";
import type { Label } from "./labels.ts";
import { nameColours, namedPoints, namesData } from "./names.ts";
import type { NameColours, NamedPoint } from "./names.ts";

const SOURCE = "labels";

export class Names {
  readonly #map: MapLibreMap;
  readonly #contentSwitch: ContentSwitch;
  #labels: readonly Label[] = [];
  #named: readonly NamedPoint[] = [];
  #tokens: MapColours | null = null;
  /** The points with their colours as they were set last. */
  #key = "";

  constructor(map: MapLibreMap, contentSwitch: ContentSwitch) {
    this.#map = map;
    this.#contentSwitch = contentSwitch;
    contentSwitch.followContext(() => this.#place());
    contentSwitch.followFill(() => this.#draw());
  }

  /** Draws signs and names in the colours of a theme. */
  applyTheme(tokens: MapColours, theme: Theme): void {
    this.#tokens = tokens;
    for (const look of pointLooks()) {
      const name = signName(look);
      const picture = drawSign(look, tokens, theme);
      if (this.#map.hasImage(name)) this.#map.updateImage(name, picture);
      else this.#map.addImage(name, picture, { pixelRatio: SIGN_RATIO });
    }
    this.#draw();
  }

  show(labels: readonly Label[]): void {
    this.#labels = labels;
    this.#place();
  }

  #place(): void {
    this.#named = namedPoints(this.#labels, this.#contentSwitch.context.points);
    this.#draw();
  }

  /**
   * Sets the points, every name in the colours that are read on the area under it; the same again are not drawn again. The colours
   * are properties and no feature states: MapLibre 6.17 throws where states meet a tile whose points were replaced meanwhile.
   */
  #draw(): void {
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    const tokens = this.#tokens;
    if (!source || !tokens) return;
    const data = namesData(this.#named.map((point) => ({ ...point, ...this.#coloursOf(point, tokens) })));
    const key = JSON.stringify(data);
    if (this.#key === key) return;
    this.#key = key;
    source.setData(data);
  }

  #coloursOf({ name, centre, isOutside }: NamedPoint, tokens: MapColours): NameColours {
    if (name === "") return nameColours(null, tokens);
    const fill = isOutside ? tokens.land : this.#contentSwitch.colourAt(new LngLat(...centre));
    return nameColours(fill, tokens);
  }
}
