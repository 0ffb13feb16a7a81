-- The key of the servers that take reports. Only their role reads it, and nothing else with it than its own rows.
drop function if exists report.server_key();
create function report.server_key()
returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.bytes from report.key k
$$;
comment on function report.server_key() is 'The key by which servers sign challenges and hash addresses';

revoke all on function report.server_key() from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.server_key() to village_lens_public;
  end if;
end $$;
