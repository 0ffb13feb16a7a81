// Heights → the relief of every tile, as PNG.

import type { RasterGrid } from "#domain/context";
import { cutPictures, type CutPictures } from "./cut_pictures.ts";
import { hillshade } from "./hillshade.ts";

/** Raise it when the same heights give other bytes. */
export const RELIEF_VERSION = 1;

/** The relief of a grid of heights: greys of 8 bits, of which `FLAT` is flat ground. */
export const cutRelief = (heights: RasterGrid): CutPictures => cutPictures(heights, hillshade);
