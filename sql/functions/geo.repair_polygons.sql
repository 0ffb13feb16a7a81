-- Polygons of any coordinate reference system as valid MultiPolygons in EPSG:4326, each with what was wrong with it.
drop function if exists geo.mend (bytea[], text);  -- its former name
drop function if exists geo.repair_polygons (bytea[], text);
create function geo.repair_polygons (wkb bytea[], source_crs text)
returns table (
  ordinal integer,     -- place in wkb, from 1
  geometry bytea,      -- little-endian WKB of a MultiPolygon, rings of shells counter-clockwise; null when nothing is left
  was_valid boolean,   -- false when it had to be repaired or could not be read
  reason text,         -- what was wrong; null when it was valid
  lon float8,          -- where, in degrees; null when not known
  lat float8,
  became_empty boolean
)
language plpgsql stable parallel safe
as $$
declare
  crs text := case when source_crs ~ '^\d+$' then 'EPSG:' || source_crs else source_crs end;
  is_wgs84 boolean := upper(crs) in ('EPSG:4326', 'OGC:CRS84', 'CRS84');
  one geometry;
  detail valid_detail;
begin
  if not is_wgs84 then
    begin
      perform ST_Transform(ST_MakePoint(0, 0), crs, 'EPSG:4326');
    exception when others then
      -- A point outside the area of use is no fault of the system; one that PROJ cannot read is.
      if sqlerrm !~* 'outside of projection domain|coordinate' then
        raise invalid_parameter_value using message =
          format('unknown coordinate reference system %s: expected an EPSG number, a PROJ string or WKT', quote_literal(source_crs));
      end if;
    end;
  end if;
  for at in 1 .. coalesce(cardinality(wkb), 0) loop
    ordinal := at;
    was_valid := true;
    reason := null;
    lon := null;
    lat := null;
    begin
      one := ST_Force2D(ST_SetSRID(wkb[at]::geometry, 0));
      if not is_wgs84 then
        one := ST_Transform(one, crs, 'EPSG:4326');
      end if;
      one := ST_SetSRID(one, 4326);
      detail := ST_IsValidDetail(one);
      if not detail.valid then
        was_valid := false;
        reason := detail.reason;
        lon := ST_X(detail.location);
        lat := ST_Y(detail.location);
        one := ST_MakeValid(one);
      end if;
      one := ST_ForcePolygonCCW(ST_Multi(ST_CollectionExtract(one, 3)));
      became_empty := one is null or ST_IsEmpty(one);
      geometry := case when not became_empty then ST_AsBinary(one, 'NDR') end;
    exception when others then
      was_valid := false;
      reason := sqlerrm;
      became_empty := true;
      geometry := null;
    end;
    return next;
  end loop;
end
$$;
comment on function geo.repair_polygons (bytea[], text) is
  'Repairs polygons: per element of wkb ((E)WKB in source_crs: EPSG number, PROJ string or WKT) a valid MultiPolygon in EPSG:4326, what was wrong and where. A valid geometry in 4326 keeps its coordinates bit by bit. Throws on an unknown reference system only';
