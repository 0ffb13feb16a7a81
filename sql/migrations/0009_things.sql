-- Things on the map beside areas: facilities with their figures, and roads.

create schema thing;
comment on schema thing is 'Facilities and roads, by batch: a release shows the batches that it names';

create table thing.batch (
  id integer generated always as identity primary key,
  section text not null check (section in ('facilities', 'roads')),
  source_id text not null,
  checksum text not null,
  file_name text not null,
  department jsonb not null,
  reporting_date date,
  priority integer not null,
  measures text[] not null default '{}',
  periods text[] not null default '{}',
  row_count integer not null,
  findings jsonb not null default '[]',
  state text not null default 'current' check (state in ('current', 'replaced')),
  imported_by text not null,
  imported_at timestamptz not null default now()
);
comment on table thing.batch is 'One imported source of facilities or roads. A newer import of the same section and source_id replaces the older one, which stays for the releases that show it';
comment on column thing.batch.source_id is 'Id of the source in its profile';
comment on column thing.batch.measures is 'Of thing.facility_value, in the order of its values; ids of #domain/facilities';
comment on column thing.batch.periods is 'Periods it has figures for, in order';
create unique index batch_current on thing.batch (section, source_id) where state = 'current';

create table thing.facility (
  id integer generated always as identity primary key,
  batch integer not null references thing.batch,
  kind text not null,
  code text not null,
  names jsonb not null,
  search text not null,
  point geometry (Point, 4326),
  area_code text,
  located_code text,
  opened text,
  closed text,
  unique (batch, code)
);
comment on table thing.facility is 'Places that people go to: schools, clinics, offices';
comment on column thing.facility.kind is 'Id of a row of #domain/facilities';
comment on column thing.facility.search is 'Lower-case names and code, for look-up by part';
comment on column thing.facility.point is 'Null where only the village is known';
comment on column thing.facility.area_code is 'Village that it states as its address; null where it states none';
comment on column thing.facility.located_code is 'Village that the point lies in; may differ from area_code, then both are shown';
comment on column thing.facility.opened is 'First period in which it is open; null where not known';
comment on column thing.facility.closed is 'First period in which it is open no more; null while it is';
create index facility_point on thing.facility using gist (point);
create index facility_area on thing.facility (batch, coalesce(located_code, area_code));

create table thing.facility_value (
  facility integer not null references thing.facility,
  period text not null,
  value float8[] not null,
  catchment text[],
  catchment_count float8[],
  primary key (facility, period),
  check (cardinality(catchment) = cardinality(catchment_count))
);
comment on table thing.facility_value is 'Figures of a facility in a period: value[i] belongs to measures[i] of its batch; null where not known. Whole numbers, exact to 2^53';
comment on column thing.facility_value.catchment is 'Codes of the villages whose people go there; null where nobody says';
comment on column thing.facility_value.catchment_count is 'How many of each, in the same order';

create table thing.road (
  id integer generated always as identity primary key,
  batch integer not null references thing.batch,
  class text not null check (class in ('national', 'provincial', 'county', 'township', 'village_road', 'footpath', 'ferry')),
  surface text not null check (surface in ('paved', 'unpaved', 'ford', 'unknown')),
  names jsonb not null,
  line geometry (LineString, 4326) not null,
  speed_kmh float8 check (speed_kmh > 0),
  one_way text not null default 'both' check (one_way in ('both', 'forward', 'backward')),
  level integer not null default 0,
  opened text,
  closed text
);
comment on table thing.road is 'Roads, tracks and ferries as they were given: pieces that may or may not meet';
comment on column thing.road.class is 'Id of a row of #domain/road';
comment on column thing.road.speed_kmh is 'Where it is stated; else that of the class holds';
comment on column thing.road.one_way is 'forward: along the line only';
comment on column thing.road.level is '0 on the ground, above it on a bridge, below in a tunnel';
comment on column thing.road.opened is 'First period in which it can be used; null where not known';
comment on column thing.road.closed is 'First period in which it can be used no more; null while it can';
create index road_line on thing.road using gist (line);
create index road_batch on thing.road (batch, class);

-- What a release may show stays as it is.
create function thing.keep_rows() returns trigger language plpgsql as $$
begin
  raise exception '%.% is named by its batch: it cannot be changed', tg_table_schema, tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;
comment on function thing.keep_rows() is 'Refuses to change facilities, figures and roads that are stored: what is new is a batch of its own';
create trigger keep_rows before update on thing.facility for each statement execute function thing.keep_rows();
create trigger keep_rows before update on thing.facility_value for each statement execute function thing.keep_rows();
create trigger keep_rows before update on thing.road for each statement execute function thing.keep_rows();

do $$
begin
  -- Default rights, because a later migration may add tables that endpoints read.
  if exists (select from pg_roles where rolname = 'village_lens_reader') then
    grant usage on schema thing to village_lens_reader;
    grant select on all tables in schema thing to village_lens_reader;
    alter default privileges in schema thing grant select on tables to village_lens_reader;
  end if;
end $$;
