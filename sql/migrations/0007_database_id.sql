-- What tells one database from another and one content of a release from another, so that no answer that a browser has kept
-- is taken for an answer of this database.

create table catalog.database (
  is_only boolean primary key default true check (is_only),
  id uuid not null default gen_random_uuid()
);
comment on table catalog.database is 'Random id of this database, made once; a restored copy keeps it';
insert into catalog.database default values;

alter table release.release add column content_hash text;
comment on column release.release.content_hash is 'SHA-256 of what the release shows, kept when it is published; null before';

-- It is compared with hashes that are stored, so its text never changes: another way to hash gets a name of its own.
create function release.hash_of_content(shown release.release) returns text
language sql stable
as $$
  select encode(sha256(convert_to(jsonb_build_array(
    (select checksum from geo.boundary_version where id = shown.boundary_version),
    shown.catalog,
    (select jsonb_agg(jsonb_build_array(edition, level, indicator, period, content_hash, statistics)
                      order by edition collate "C", level collate "C", indicator collate "C", period collate "C")
     from release.column where release = shown.number),
    (select jsonb_agg(jsonb_build_array(to_code, from_code, encode(float8send(share), 'hex'), kind, since)
                      order by to_code collate "C", from_code collate "C")
     from release.lineage where release = shown.number)
  )::text, 'UTF8')), 'hex')
$$;
comment on function release.hash_of_content is 'SHA-256 of boundaries, catalogue, columns by their hashes, and lineage of a release';

create function release.keep_content_hash() returns trigger
language plpgsql
as $$
begin
  new.content_hash := release.hash_of_content(new);
  return new;
end $$;
comment on function release.keep_content_hash is 'Keeps the content hash of a release that is being published';
create trigger release_content_hash before update on release.release
for each row when (new.state = 'published' and old.state <> 'published')
execute function release.keep_content_hash();

-- Triggers of this table guard what is published; here nothing of that changes.
alter table release.release disable trigger user;
update release.release r set content_hash = release.hash_of_content(r) where published_at is not null;
alter table release.release enable trigger user;

do $$
begin
  -- An administrator who migrates may not be who set the default rights of these schemas.
  if exists (select from pg_roles where rolname = 'village_lens_reader') then
    grant select on catalog.database to village_lens_reader;
  end if;
end $$;
