-- What stands on the map beside the areas: relief, water, seats of government, … cut into tiles when they are imported.

create schema context;
comment on schema context is 'Layers that let a map be recognised: tiles that are named by what they were cut from';

create table context.layer (
  id integer generated always as identity primary key,
  layer text not null,
  address text not null check (address ~ '^[0-9a-f]{16}$'),
  checksum text not null,
  min_zoom integer not null,
  max_zoom integer not null check (max_zoom >= min_zoom),
  bounds float8[] not null check (cardinality(bounds) = 4),
  feature_count integer not null check (feature_count >= 0),
  imported_at timestamptz not null default now(),
  unique (layer, address)
);
comment on table context.layer is 'One import of one layer. The newest of each layer is shown; the others stay for pages that are open';
comment on column context.layer.address is 'Beginning of the SHA-256 of what its tiles were cut from and by which version of the cutter: the same address, the same bytes';
comment on column context.layer.bounds is 'West, south, east, north in degrees';
comment on column context.layer.feature_count is '0 for relief';

create table context.tile (
  layer integer not null references context.layer,
  z integer not null,
  x integer not null,
  y integer not null,
  bytes bytea not null,
  primary key (layer, z, x, y)
);
comment on table context.tile is 'A vector tile in gzip, or the relief as a grey PNG in which 128 is flat ground (tiles/README.md)';
alter table context.tile alter column bytes set storage external;

do $$
begin
  if not exists (select from pg_roles where rolname = 'village_lens_reader') then
    return;
  end if;
  grant usage on schema context to village_lens_reader;
  grant select on all tables in schema context to village_lens_reader;
  alter default privileges in schema context grant select on tables to village_lens_reader;
end $$;
