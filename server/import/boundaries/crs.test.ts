// Every way that files and people name a coordinate system.

import { describe, expect, it } from "vitest";
import { crsName } from "./crs.ts";

describe("the name of a coordinate system", () => {
  it.each([
    ["EPSG:4326", "EPSG:4326"],
    ["EPSG:27700", "EPSG:27700"],
    [" epsg:4490 ", "EPSG:4490"],
    ["32648", "EPSG:32648"],
    ["urn:ogc:def:crs:EPSG::27700", "EPSG:27700"],
    ["urn:x-ogc:def:crs:EPSG:8.5:27700", "EPSG:27700"],
    ["https://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857"],
    ["ESRI:102017", "ESRI:102017"],
    ["urn:ogc:def:crs:ESRI::102017", "ESRI:102017"],
    ["EPSG:900913", "EPSG:3857"],
    ["ESRI:102100", "EPSG:3857"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["WGS_1984", "EPSG:4326"],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', "EPSG:4326"],
    ['GEOGCRS["WGS 84 (CRS84)",CS[ellipsoidal,2],ID["OGC","CRS84"]]', "EPSG:4326"],
    ['GEOGCRS["ETRS89",CS[ellipsoidal,2],ID["EPSG",4258]]', "EPSG:4258"],
    ['PROJCS["X",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]],AUTHORITY["EPSG","32630"]]', "EPSG:32630"],
    ["+proj=longlat +ellps=WGS84 +no_defs", "EPSG:4326"],
  ])("%s is %s", (declared, name) => {
    expect(crsName(declared)).toBe(name);
  });

  it.each([
    "lambert",
    "IAU:30100",
    "+proj=longlat +datum=WGS84 +pm=paris",
    "+proj=utm +zone=48 +datum=WGS84",
    // the number in it is that of the system below
    'PROJCS["X",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]],PROJECTION["Albers"]]',
  ])("%s stays what it is, for PROJ to read", (declared) => {
    expect(crsName(declared)).toBe(declared);
  });
});
