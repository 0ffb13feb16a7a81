-- The public edition of a release: its catalogue and certificate, and a role for those who may read nothing else.

create table release.public_edition (
  release integer primary key references release.release,
  catalog jsonb not null,
  certificate jsonb not null,
  hash text not null,
  made_at timestamptz not null default now()
);
comment on table release.public_edition is 'Releases with columns for the public: the catalogue that goes with them, and the certificate of their audit';
comment on column release.public_edition.hash is 'SHA-256 of the public columns by their hashes, of catalogue and certificate';

do $$
begin
  execute 'create trigger keep_published_insert after insert on release.public_edition referencing new table as changed
    for each statement execute function release.keep_published_rows()';
  execute 'create trigger keep_published_delete after delete on release.public_edition referencing old table as changed
    for each statement execute function release.keep_published_rows()';
  execute 'create trigger keep_published_update_from after update on release.public_edition referencing old table as changed
    for each statement execute function release.keep_published_rows()';
  execute 'create trigger keep_published_update_to after update on release.public_edition referencing new table as changed
    for each statement execute function release.keep_published_rows()';
  execute 'create trigger keep_tables before truncate on release.public_edition
    for each statement execute function release.keep_tables()';
end $$;

create index column_public_content on release.column (content_hash) where edition = 'public';

-- The owner of the tables and whoever else has rights on them see all rows; the public's role sees its edition alone.
alter table release.column enable row level security;
create policy all_but_public on release.column for all
  using (current_user <> 'village_lens_public') with check (current_user <> 'village_lens_public');
create policy public_edition on release.column for select using (edition = 'public');

alter table release.column_data enable row level security;
create policy all_but_public on release.column_data for all
  using (current_user <> 'village_lens_public') with check (current_user <> 'village_lens_public');
create policy public_edition on release.column_data for select using (
  exists (select from release.column c where c.content_hash = column_data.content_hash and c.edition = 'public')
);

do $$
begin
  create role village_lens_public nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise notice 'no role village_lens_public: % may not create roles', current_user;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_reader') then
    grant select on release.public_edition to village_lens_reader;
  end if;
  if not exists (select from pg_roles where rolname = 'village_lens_public') then
    return;
  end if;
  begin
    if not pg_has_role(current_user, 'village_lens_public', 'member') then
      grant village_lens_public to current_user;
    end if;
  exception when insufficient_privilege then
    raise notice '% may not take the role village_lens_public', current_user;
  end;
  grant usage on schema geo, catalog, release, tile to village_lens_public;
  grant select on all tables in schema geo, tile to village_lens_public;
  grant select on catalog.database, release.column, release.column_data, release.public_edition, release.lineage
    to village_lens_public;
  -- Not the catalogue, which describes what is internal too, nor who made a release.
  grant select (number, state, note, boundary_version, created_at, published_at, withdrawn_at, content_hash)
    on release.release to village_lens_public;
end $$;
