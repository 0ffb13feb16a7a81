-- Gives points their cells inside a polygon: the part of it that is nearer to a point than to any other.
drop function if exists geo.voronoi_cells (float8[], float8[], bytea);
create function geo.voronoi_cells (lon float8[], lat float8[], clip bytea)
returns table (
  ordinal integer,  -- place in lon and lat, from 1
  cell bytea        -- little-endian WKB of a MultiPolygon; null for a repeated point (the first one has the cell) and where the cell misses the polygon
)
language sql stable parallel safe
as $$
  with
    border as (
      select shape, cos(radians(ST_Y(ST_Centroid(shape)))) as narrowing
      from (select ST_SetSRID(clip::geometry, 0) as shape) as given
    ),
    -- Degrees of longitude are made as long as those of latitude, so that nearer means nearer on the ground.
    site as (
      select min(given.ordinal)::integer as ordinal, ST_MakePoint(x * narrowing, y) as point
      from unnest(lon, lat) with ordinality as given (x, y, ordinal), border
      group by x, y, narrowing
    ),
    diagram as (
      select (ST_Dump(ST_VoronoiPolygons(
        ST_Collect(point order by ordinal), 0, ST_Expand(ST_Envelope(ST_Scale(shape, narrowing, 1)), 0.001)
      ))).geom as polygon
      from site, border
      group by shape, narrowing
      having count(*) > 1
    ),
    own as (
      (select distinct on (site.ordinal)
        site.ordinal,
        -- A grid of a tenth of a millimetre: without one the overlay may need a second try, which the embedded build cannot make.
        ST_Intersection(ST_Scale(polygon, 1 / narrowing, 1), shape, 1e-9) as part
      from site cross join border join diagram on ST_Intersects(polygon, point)
      order by site.ordinal, ST_Distance(ST_Centroid(polygon), point))
      union all
      select ordinal, shape from site, border where (select count(*) from site) = 1
    )
  select
    given.ordinal::integer,
    case when not ST_IsEmpty(kept) then ST_AsBinary(kept, 'NDR') end
  from unnest(lon, lat) with ordinality as given (x, y, ordinal)
  left join own on own.ordinal = given.ordinal
  cross join lateral (select ST_ForcePolygonCCW(ST_Multi(ST_CollectionExtract(part, 3))) as kept) as tidy
  order by given.ordinal
$$;
comment on function geo.voronoi_cells (float8[], float8[], bytea) is
  'Voronoi cells of points (degrees) clipped to a polygon ((E)WKB in EPSG:4326): one row per point; together they are the polygon, without overlap';
