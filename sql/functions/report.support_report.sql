-- Counts a browser among those for whom a report holds too; null where there is no such report, else whether it was not counted before.
drop function if exists report.support_report(integer, integer, bytea);
create function report.support_report(of_year integer, of_serial integer, of_browser bytea)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own integer;
begin
  select r.id into own from report.report r where r.year = of_year and r.serial = of_serial;
  if not found then
    return null;
  end if;
  insert into report.support (report, browser) values (own, of_browser) on conflict do nothing;
  return found;
end $$;
comment on function report.support_report(integer, integer, bytea) is 'Counts a browser for a report, once';

revoke all on function report.support_report(integer, integer, bytea) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.support_report(integer, integer, bytea) to village_lens_public;
  end if;
end $$;
