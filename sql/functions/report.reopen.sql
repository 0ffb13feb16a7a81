-- Returns an answered or closed report to its office, with a new day for the answer; the state before, null where there is none in such a state.
drop function if exists report.reopen(integer, integer, text);
create function report.reopen(of_year integer, of_serial integer, because text)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  reopened record;
begin
  select r.id, r.office, r.state into reopened from report.report r
  where r.year = of_year and r.serial = of_serial and r.state in ('answered', 'closed')
  for update;
  if not found then
    return null;
  end if;
  update report.report r set state = 'reopened',
    due_on = current_date + coalesce((select o.answer_days from report.office o where o.id = r.office), 15)
  where r.id = reopened.id;
  insert into report.step (report, step, office, note) values (reopened.id, 'reopen', reopened.office, because);
  return reopened.state;
end $$;
comment on function report.reopen(integer, integer, text) is 'Returns a report to its office; anybody may';

revoke all on function report.reopen(integer, integer, text) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.reopen(integer, integer, text) to village_lens_public;
  end if;
end $$;
