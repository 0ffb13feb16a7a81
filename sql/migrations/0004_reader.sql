-- A role for reads that has no right on the household register, nor on facts. Who may not create it migrates all the same:
-- sql/README.md says what an administrator runs then.

do $$
begin
  create role village_lens_reader nologin;
exception
  -- Made for another database of this server already, or by somebody else in this moment.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise notice 'no role village_lens_reader: % may not create roles', current_user;
end $$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'village_lens_reader') then
    return;
  end if;
  begin
    if not pg_has_role(current_user, 'village_lens_reader', 'member') then
      grant village_lens_reader to current_user;
    end if;
  exception when insufficient_privilege then
    raise notice '% may not take the role village_lens_reader', current_user;
  end;
  grant usage on schema geo, catalog, release, tile to village_lens_reader;
  grant select on all tables in schema geo, catalog, release, tile to village_lens_reader;
  alter default privileges in schema geo, catalog, release, tile grant select on tables to village_lens_reader;
end $$;
