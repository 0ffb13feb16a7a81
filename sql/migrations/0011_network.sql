-- Road graphs and travel times, computed from thing.road and thing.facility.

create schema network;
comment on schema network is 'Road graphs and travel times, computed from roads and facilities; rows never change';

create table network.graph (
  content_hash text primary key,
  graph bytea not null,
  road integer[] not null,
  snap_m float8 not null check (snap_m >= 0),
  node_count integer not null,
  edge_count integer not null,
  report jsonb not null,
  made_at timestamptz not null default now()
);
comment on table network.graph is 'The graph of a set of roads (analysis/access/README.md has the bytes); the same roads have the same hash';
comment on column network.graph.content_hash is 'SHA-256 of graph, hexadecimal';
comment on column network.graph.road is 'thing.road.id by the number that edges give their road';
comment on column network.graph.snap_m is 'Ends of lines this near were joined, metres';
comment on column network.graph.report is 'pieces: nodes, edges and metres of each loose piece, the largest first; counts: findings by kind; joins: every end that was joined, with its gap in metres';
alter table network.graph alter column graph set storage external;

create table network.travel (
  content_hash text primary key,
  graph text not null references network.graph,
  boundary_version integer not null references geo.boundary_version,
  level text not null references geo.level,
  scenario jsonb not null,
  facility_kind text not null,
  facility integer[] not null,
  limit_min float8 not null check (limit_min > 0),
  row_start bytea not null,
  facility_at bytea not null,
  minutes bytea not null,
  state bytea not null,
  made_at timestamptz not null default now()
);
comment on table network.travel is 'Minutes from villages to facilities of one kind in a travel scenario, as a sparse matrix by village; little endian';
comment on column network.travel.content_hash is 'SHA-256 of what the row was made from: graph, scenario, boundary version, facilities, limit';
comment on column network.travel.scenario is 'Speeds, season and off-road leg, as in domain/travel.ts';
comment on column network.travel.facility is 'thing.facility.id by the number that facility_at gives';
comment on column network.travel.limit_min is 'Pairs that are farther apart have no entry';
comment on column network.travel.row_start is 'uint32, one more than villages: entries of village idx are row_start[idx] to row_start[idx + 1]';
comment on column network.travel.facility_at is 'uint32 per entry, rising within a village';
comment on column network.travel.minutes is 'float32 per entry';
comment on column network.travel.state is 'One byte per village: 0 minutes known, 1 reached off the road only, 2 network probably incomplete here, 3 no path, 255 no point known';
create index travel_graph on network.travel (graph);
alter table network.travel
  alter column row_start set storage external,
  alter column facility_at set storage external,
  alter column minutes set storage external,
  alter column state set storage external;

create function network.keep_rows() returns trigger language plpgsql as $$
begin
  raise exception '%.% is named by its content: it cannot be changed', tg_table_schema, tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;
comment on function network.keep_rows() is 'Refuses to change a stored graph or matrix: what is new is a row of its own';
create trigger keep_rows before update on network.graph for each statement execute function network.keep_rows();
create trigger keep_rows before update on network.travel for each statement execute function network.keep_rows();

do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_reader') then
    grant usage on schema network to village_lens_reader;
    grant select on all tables in schema network to village_lens_reader;
    alter default privileges in schema network grant select on tables to village_lens_reader;
  end if;
end $$;
