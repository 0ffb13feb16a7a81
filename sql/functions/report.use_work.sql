-- Takes work that was handed in; false where it was before, at whichever server.
drop function if exists report.use_work(bytea);
create function report.use_work(of_challenge bytea)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Challenges hold for six hours.
  delete from report.used_work u where u.at < now() - interval '7 hours';
  insert into report.used_work (challenge) values (of_challenge) on conflict do nothing;
  return found;
end $$;
comment on function report.use_work(bytea) is 'Whether work is handed in for the first time';

revoke all on function report.use_work(bytea) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.use_work(bytea) to village_lens_public;
  end if;
end $$;
