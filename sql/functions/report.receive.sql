-- Takes a report of the public: the only way in for its role. The area decides the office and with it the day of the answer.
drop function if exists report.receive(jsonb, bytea, jsonb, bytea);
create function report.receive(received jsonb, secret_hash bytea, photo jsonb, photo_bytes bytea)
returns table (year integer, serial integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  area record;
  answerer record;
  added record;
begin
  select a.code, a.names, a.boundary_version into area from geo.area a
    where a.code = received ->> 'areaCode' order by a.boundary_version desc limit 1;
  if not found then
    raise exception 'unknown area "%"', received ->> 'areaCode' using errcode = 'no_data_found';
  end if;
  with recursive up as (
    select a.code, a.parent_code, 0 as depth from geo.area a
      where a.boundary_version = area.boundary_version and a.code = area.code
    union all
    select p.code, p.parent_code, up.depth + 1 from up
      join geo.area p on p.boundary_version = area.boundary_version and p.code = up.parent_code
  )
  select o.id, o.answer_days into answerer from up join report.office o on o.area_code = up.code
    order by up.depth limit 1;
  -- One at a time, so that serial numbers have no gaps and none comes twice.
  perform pg_advisory_xact_lock(hashtext('report.receive'));
  insert into report.report (year, serial, secret_hash, kind, subject, area_code, area_names, indicator, period, shown,
    release, words, contact, language, is_proven, office, due_on)
  select y.year, coalesce((select max(r.serial) from report.report r where r.year = y.year), 0) + 1, receive.secret_hash,
    received ->> 'kind', received ->> 'subject', area.code, area.names, received ->> 'indicator', received ->> 'period',
    nullif(received -> 'shown', 'null'), (received ->> 'release')::integer, received ->> 'words', received ->> 'contact',
    received ->> 'language', (received ->> 'isProven')::boolean, answerer.id,
    current_date + coalesce(answerer.answer_days, 15)
  from (select extract(year from current_date)::integer as year) y
  returning report.id, report.year, report.serial into added;
  insert into report.step (report, step, office) values (added.id, 'receive', answerer.id);
  if photo is not null then
    insert into report.photo (report, media, width, height, orientation, bytes)
    values (added.id, photo ->> 'media', (photo ->> 'width')::integer, (photo ->> 'height')::integer,
      (photo ->> 'orientation')::integer, photo_bytes);
  end if;
  return query select added.year, added.serial;
end $$;
comment on function report.receive(jsonb, bytea, jsonb, bytea) is 'Takes a report and returns its number; P0002 for an unknown area';

revoke all on function report.receive(jsonb, bytea, jsonb, bytea) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.receive(jsonb, bytea, jsonb, bytea) to village_lens_public;
  end if;
end $$;
