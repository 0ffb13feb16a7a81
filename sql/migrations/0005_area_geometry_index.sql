-- What lies near to an area is found by boxes.

create index area_geometry on geo.area using gist (geometry);
