// Names of coordinate systems, as files and people write them → the form that PROJ and PostGIS read.

export const LON_LAT = "EPSG:4326";

/** Numbers that programs made up for the sphere of web maps. */
const WEB_MAP_NUMBERS: readonly string[] = ["900913", "3785", "102100", "102113"];

/** Authorities whose numbers PROJ knows. */
const AUTHORITIES: readonly string[] = ["EPSG", "ESRI"];

const CRS84 =
  /^(?:(?:urn:(?:x-)?ogc:def:crs:)?(?:OGC:(?:[\d.]*:)?)?CRS:?84|https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[\d.]+\/CRS84|WGS[ _]?(?:19)?84)$/i;

/** `EPSG:27700`, `EPSG::27700`, `urn:ogc:def:crs:EPSG::27700`, `…:EPSG:6.9:27700`. */
const WITH_COLONS = /^(?:urn:(?:x-)?ogc:def:crs:)?([a-z]+):(?:[\d.]*:)?(\d+)$/i;
/** `http://www.opengis.net/def/crs/EPSG/0/27700`, `http://www.opengis.net/gml/srs/epsg.xml#27700`. */
const AS_ADDRESS =
  /^https?:\/\/www\.opengis\.net\/(?:def\/crs\/([a-z]+)\/[\d.]+\/|gml\/srs\/([a-z]+)\.xml#)(\d+)$/i;
/** The authority of the whole system is the last one of its WKT. */
const IN_WKT = /(?:AUTHORITY|ID)\["(\w+)",\s*"?(\w+)"?\]\s*\]\s*$/i;
/** WKT or PROJ string of longitude and latitude on WGS 84 that names no authority. */
const LON_LAT_WKT =
  /^(?:GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS|GEOGRAPHICCRS)\["(?:GCS_)?WGS[ _](?:19)?84(?: \(CRS84\))?"/i;
const LON_LAT_PROJ =
  /^(?=.*\+proj=(?:longlat|latlong)\b)(?=.*\+(?:datum|ellps)=WGS84\b)(?!.*\+(?:towgs84|pm|nadgrids)=)/i;

function ofAuthority(authority: string, number: string): string | null {
  if (authority.toUpperCase() === "OGC") return number.toUpperCase() === "CRS84" ? LON_LAT : null;
  if (!AUTHORITIES.includes(authority.toUpperCase())) return null;
  return WEB_MAP_NUMBERS.includes(number) ? "EPSG:3857" : `${authority.toUpperCase()}:${number}`;
}

/** The system as `EPSG:27700`, else as the text that was given; longitude and latitude in any spelling are EPSG:4326. */
export function crsName(declared: string): string {
  const text = declared.trim();
  if (CRS84.test(text) || LON_LAT_PROJ.test(text)) return LON_LAT;
  if (/^\d+$/.test(text)) return ofAuthority("EPSG", text)!;
  const [, authority, number] = WITH_COLONS.exec(text) ?? [];
  if (authority !== undefined) return ofAuthority(authority, number!) ?? text;
  const [, definition, dictionary, code] = AS_ADDRESS.exec(text) ?? [];
  if (code !== undefined) return ofAuthority((definition ?? dictionary)!, code) ?? text;
  const [, owner, id] = IN_WKT.exec(text) ?? [];
  if (owner !== undefined) return ofAuthority(owner, id!) ?? text;
  return LON_LAT_WKT.test(text) ? LON_LAT : text;
}
