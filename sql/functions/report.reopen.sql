-- Returns an answered or closed report to its office, with a new day for the answer; false where there is none in such a state.
drop function if exists report.reopen(integer, integer, text);
create function report.reopen(of_year integer, of_serial integer, because text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  reopened record;
begin
  update report.report r set state = 'reopened',
    due_on = current_date + coalesce((select o.answer_days from report.office o where o.id = r.office), 15)
  where r.year = of_year and r.serial = of_serial and r.state in ('answered', 'closed')
  returning r.id, r.office into reopened;
  if not found then
    return false;
  end if;
  insert into report.step (report, step, office, note) values (reopened.id, 'reopen', reopened.office, because);
  return true;
end $$;
comment on function report.reopen(integer, integer, text) is 'Returns a report to its office; anybody may';

revoke all on function report.reopen(integer, integer, text) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.reopen(integer, integer, text) to village_lens_public;
  end if;
end $$;
