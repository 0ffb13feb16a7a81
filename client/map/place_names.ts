// The names and signs on the map: set when names or points change, coloured by what lies under them.

import { LngLat } from "maplibre-gl";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { Theme } from "#client/model/view.ts";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ContentSwitch } from "./content_switch.ts";
import { SIGN_RATIO, drawSign, pointLooks, signName } from "./context/signs.ts";
import type { Label } from "./labels.ts";
import { nameColours, namedPoints, namesData } from "./names.ts";
import type { NamedPoint } from "./names.ts";

const SOURCE = "labels";

export class Names {
  readonly #map: MapLibreMap;
  readonly #contentSwitch: ContentSwitch;
  #labels: readonly Label[] = [];
  #named: readonly NamedPoint[] = [];
  /** The points as they were set last. */
  #key = "";
  /** Colours by code, as they were set last. */
  readonly #colours = new Map<string, string>();
  #tokens: MapColours | null = null;

  constructor(map: MapLibreMap, contentSwitch: ContentSwitch) {
    this.#map = map;
    this.#contentSwitch = contentSwitch;
    contentSwitch.followContext(() => this.#set());
    contentSwitch.followFill(() => this.#colour());
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
    this.#colour();
  }

  /** Loads the names anew; the map keeps their colours and sets them again by itself. */
  renew(): void {
    this.#map.getSource<GeoJSONSource>(SOURCE)?.setData(namesData(this.#named));
  }

  show(labels: readonly Label[]): void {
    this.#labels = labels;
    this.#set();
  }

  /** Replaces the points of the source; the same again are not drawn again. */
  #set(): void {
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (!source) return;
    const named = namedPoints(this.#labels, this.#contentSwitch.context.points);
    const key = JSON.stringify(named);
    if (this.#key === key) return;
    this.#key = key;
    this.#named = named;
    source.setData(namesData(named));
    this.#colour();
  }

  /** Sets for every name the colours that are read on the area under it. */
  #colour(): void {
    const tokens = this.#tokens;
    if (!tokens || !this.#map.getSource(SOURCE)) return;
    for (const { code, name, centre, isOutside } of this.#named) {
      if (name === "") continue;
      const fill = isOutside ? tokens.land : this.#contentSwitch.colourAt(new LngLat(...centre));
      const colours = nameColours(fill, tokens);
      const key = `${colours.ink} ${colours.halo}`;
      if (this.#colours.get(code) === key) continue;
      this.#colours.set(code, key);
      this.#map.setFeatureState({ source: SOURCE, id: code }, { ...colours });
    }
  }
}
