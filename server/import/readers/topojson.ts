// Reads TopoJSON: arcs become coordinates, the same ones on both sides of a shared border.

import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { sourceOfFeatures, type Source } from "./source.ts";

const isTopology = (json: unknown): json is Topology =>
  typeof json === "object" && json !== null && "type" in json && json.type === "Topology";

/** Opens the only object of a topology, or the one named as `layer`. */
function readTopoJson(input: InputFile): Source {
  const file = input.name;
  const { layer } = input.options;
  const topology = input.json() as Topology;
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
    throw unreadable(file, "is a damaged TopoJSON", error);
  }
  const features = "features" in decoded ? decoded.features : [decoded];
  return sourceOfFeatures(
    "TopoJSON",
    file,
    null,
    features.map(({ properties, geometry }) => ({ properties, geometry: geometry as Geometry | null })),
  );
}

export const topoJsonReader: Reader = {
  id: "topojson",
  label: "TopoJSON",
  detects: (file) => file.looksLikeJson && isTopology(file.json()),
  layers: (file) => Object.keys((file.json() as Topology).objects ?? {}),
  read: readTopoJson,
};
