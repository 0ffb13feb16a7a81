#!/bin/sh
# Makes written_by_gdal.zip: two squares, and their centres, in every format and several coordinate systems, by GDAL's ogr2ogr.
set -eu
target="$(cd "$(dirname "$0")" && pwd)/written_by_gdal.zip"
cd "$(mktemp -d)"
cat > squares.json <<'JSON'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"CODE":"A11","NAME":"石桥"},"geometry":{"type":"Polygon","coordinates":[[[-1.0,52.0],[-0.9,52.0],[-0.9,52.1],[-1.0,52.1],[-1.0,52.0]]]}},
{"type":"Feature","properties":{"CODE":"A12","NAME":"Ford"},"geometry":{"type":"Polygon","coordinates":[[[-0.9,52.0],[-0.8,52.0],[-0.8,52.1],[-0.9,52.1],[-0.9,52.0]]]}}]}
JSON
cat > centres.json <<'JSON'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"CODE":"A11","NAME":"石桥"},"geometry":{"type":"Point","coordinates":[-0.95,52.05]}},
{"type":"Feature","properties":{"CODE":"A12","NAME":"Ford"},"geometry":{"type":"Point","coordinates":[-0.85,52.05]}}]}
JSON
for system in EPSG:4326 OGC:CRS84 EPSG:4490 EPSG:27700 EPSG:3857 EPSG:32630 ESRI:102017; do
  name=$(echo "$system" | tr : _)
  for layer in squares centres; do
    to="-t_srs $system -nln $layer"
    ogr2ogr -f GeoJSON "$layer.$name.geojson" $layer.json $to
    ogr2ogr -f GPKG "$layer.$name.gpkg" $layer.json $to
    ogr2ogr -f FlatGeobuf "$layer.$name.fgb" $layer.json $to
    ogr2ogr -f "ESRI Shapefile" "$layer.$name.shz" $layer.json $to -lco ENCODING=UTF-8
  done
  ogr2ogr -f CSV "centres.$name.csv" centres.json -t_srs $system -lco GEOMETRY=AS_XY
  ogr2ogr -f CSV /vsistdout/ centres.json -t_srs $system -lco GEOMETRY=AS_XY -lco SEPARATOR=TAB > "centres.$name.tsv"
  ogr2ogr -f XLSX "centres.$name.xlsx" "centres.$name.csv" -oo AUTODETECT_TYPE=YES
done
# one file of each format that names no coordinate system
ogr2ogr -f GPKG squares.none.gpkg squares.json -a_srs None
ogr2ogr -f FlatGeobuf squares.none.fgb squares.json -a_srs None
ogr2ogr -f "ESRI Shapefile" squares.none.shz squares.json -a_srs None -lco ENCODING=UTF-8
rm -f "$target" squares.json centres.json
zip -9 -q -X -D "$target" ./*
