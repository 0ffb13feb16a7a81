-- Areas, facts, catalogue, releases and tiles. Only what PostGIS 3.3 and the embedded build both have.

create extension if not exists postgis;

create schema geo;
comment on schema geo is 'Areas by level and boundary version';
create schema fact;
comment on schema fact is 'What departments counted, as it was imported; never read by maps or API';
create schema catalog;
comment on schema catalog is 'The dataset and its registry of measures and indicators';
create schema release;
comment on schema release is 'Immutable published columns: everything that people and programs see';
create schema tile;
comment on schema tile is 'Tile geometry, cut once per boundary version';

create table catalog.dataset (
  is_only boolean primary key default true check (is_only),
  id text not null,
  manifest jsonb not null
);
comment on table catalog.dataset is 'The one territory this database holds: id, and its manifest (title, licence, levels, what it adds to the registry)';

create table catalog.measure (
  id text primary key,
  definition jsonb not null,
  origin text not null check (origin in ('built-in', 'dataset'))
);
comment on table catalog.measure is 'Additive quantities: built-in ones and those the dataset declares';

create table catalog.indicator (
  id text primary key,
  ordinal integer not null,
  definition jsonb not null,
  origin text not null check (origin in ('built-in', 'dataset'))
);
comment on table catalog.indicator is 'Indicators: numerator and denominator terms over measures';

create table geo.level (
  id text primary key,
  ordinal integer not null unique check (ordinal between 0 and 5),
  label jsonb not null
);
comment on table geo.level is 'Tiers of areas; ordinal 0 is the top';

create table geo.boundary_version (
  id integer generated always as identity primary key,
  source text not null,
  checksum text not null unique,
  valid_on date,
  licence text not null,
  created_at timestamptz not null default now()
);
comment on table geo.boundary_version is 'One import of boundaries; checksum is of everything they were made from';

create table geo.area (
  boundary_version integer not null references geo.boundary_version,
  level text not null references geo.level,
  idx integer not null check (idx >= 0),
  code text not null,
  parent_idx integer,
  parent_code text,
  root_code text not null,
  names jsonb not null,
  search text not null,
  geometry geometry (MultiPolygon, 4326),
  point geometry (Point, 4326),
  bbox float8[] check (bbox is null or cardinality(bbox) = 4),
  primary key (boundary_version, level, idx),
  unique (boundary_version, code)
);
comment on table geo.area is 'Areas. idx is dense 0..n-1 within boundary version and level, ordered by parent idx, then code, so that the children of an area are neighbours';
comment on column geo.area.search is 'Lower-case names and code, for look-up by part';
comment on column geo.area.bbox is 'West, south, east, north in degrees';
comment on column geo.area.geometry is 'Null for an area that is counted but cannot be drawn';
create index area_parent on geo.area (boundary_version, parent_code);

create table geo.lineage (
  from_code text not null,
  to_code text not null,
  share float8 not null check (share > 0 and share <= 1),
  kind text not null check (kind in ('merged', 'split', 'renamed', 'recoded')),
  since text not null,
  primary key (from_code, to_code)
);
comment on table geo.lineage is 'What became of old codes: share of from_code that is in to_code from period since on';

create table fact.batch (
  id integer generated always as identity primary key,
  table_id text not null,
  checksum text not null,
  file_name text not null,
  department jsonb not null,
  reporting_date date,
  priority integer not null,
  level text not null references geo.level,
  measures text[] not null,
  row_count integer not null,
  findings jsonb not null default '[]',
  state text not null default 'current' check (state in ('current', 'replaced')),
  imported_by text not null,
  imported_at timestamptz not null default now()
);
comment on table fact.batch is 'One imported table. A newer import of the same table_id replaces the older one, which stays for the record';
create unique index batch_current on fact.batch (table_id) where state = 'current';

create table fact.measure_value (
  root_code text not null,
  area_code text not null,
  period text not null,
  batch integer not null references fact.batch,
  value float8[] not null,
  missing smallint[],
  primary key (root_code, area_code, period, batch)
);
comment on table fact.measure_value is 'One row per area, period and batch: value[i] belongs to batch.measures[i]. Whole numbers, exact to 2^53';
comment on column fact.measure_value.missing is 'Status byte by measure where some value is missing (1 not surveyed, 2 suppressed, 3 not applicable); null when all are there';
create index measure_value_batch on fact.measure_value (batch, period);

create table release.release (
  number integer generated always as identity primary key,
  state text not null check (state in ('draft', 'in-review', 'published', 'withdrawn')),
  note text not null default '',
  boundary_version integer not null references geo.boundary_version,
  catalog jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_at timestamptz
);
comment on table release.release is 'Numbered sets of columns. catalog is the registry as it was, so that a release explains itself for ever';
create unique index release_one_draft on release.release (state) where state = 'draft';

create table release.column_data (
  content_hash text primary key,
  n integer not null,
  numerator bytea not null,
  denominator bytea,
  value bytea not null,
  status bytea not null,
  covered bytea not null
);
comment on table release.column_data is 'A column by idx, little endian: numerator and denominator float64 (exact sums; denominator null for a sum), value float32 for painting, status byte, covered float32 (share of villages that contribute). Same content, one row';

-- Kept plain, so that a few areas of a column are read without the rest of it.
alter table release.column_data
  alter column numerator set storage external,
  alter column denominator set storage external,
  alter column value set storage external,
  alter column status set storage external,
  alter column covered set storage external;

create table release.column (
  release integer not null references release.release,
  edition text not null check (edition in ('internal', 'public')),
  level text not null references geo.level,
  indicator text not null,
  period text not null,
  content_hash text not null references release.column_data,
  statistics jsonb not null,
  primary key (release, edition, level, indicator, period)
);
comment on table release.column is 'Which data a release shows for a level, an indicator and a period; statistics are for the legend';

create table tile.level_zoom (
  boundary_version integer not null references geo.boundary_version,
  level text not null references geo.level,
  min_zoom integer not null,
  max_zoom integer not null check (max_zoom >= min_zoom),
  legible_zoom float8 not null,
  primary key (boundary_version, level)
);
comment on table tile.level_zoom is 'Zooms at which a level is cut, computed from the density of its areas';

create table tile.geometry (
  boundary_version integer not null references geo.boundary_version,
  level text not null references geo.level,
  z integer not null,
  x integer not null,
  y integer not null,
  feature_count integer not null,
  idx bytea not null,
  prefix_length integer not null,
  prefix_crc bigint not null,
  prefix_deflated bytea not null,
  primary key (boundary_version, level, z, x, y)
);
comment on table tile.geometry is 'The constant part of a tile (see tiles/README.md): idx uint32 little endian per feature, prefix raw-deflated and ended by a full flush';
alter table tile.geometry alter column prefix_deflated set storage external;
alter table tile.geometry alter column idx set storage external;
