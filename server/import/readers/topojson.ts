// Reads TopoJSON: arcs become coordinates, the same ones on both sides of a shared border.

import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { ImportFault } from "#server/import/findings/finding_log";
import { sourceOfFeatures, type Source } from "./source.ts";

/** Opens a parsed Topology; `layer` names the object where there are several. */
export function readTopoJson(file: string, topology: Topology, layer: string | undefined): Source {
  const names = Object.keys(topology.objects ?? {});
  const name = layer ?? (names.length === 1 ? names[0] : undefined);
  const object = name === undefined ? undefined : topology.objects[name];
  if (!object)
    throw new ImportFault(
      `${layer === undefined ? "holds several objects" : `has no object "${layer}"`}: known are ${names.join(", ")}`,
      { rule: "layer_unknown", file, action: 'name one of them as "layer" in the profile' },
    );
  let decoded: Feature | { features: Feature[] };
  try {
    decoded = feature(topology, object) as Feature | { features: Feature[] };
  } catch (error) {
    throw new ImportFault(
      `is a damaged TopoJSON: ${error instanceof Error ? error.message : String(error)}`,
      {
        rule: "file_unreadable",
        file,
        action: "nothing was read",
      },
    );
  }
  const features = "features" in decoded ? decoded.features : [decoded];
  return sourceOfFeatures(
    "TopoJSON",
    null,
    features.map((each) => ({ properties: each.properties, geometry: each.geometry as Geometry | null })),
  );
}
