-- Median income of the people of an area, of which a relative poverty line is a share: each member counts with the income of the
-- household over its equivalent size, by sampling weight. Where exactly half lie at or below one income, the median lies in the
-- middle between it and the next, as Eurostat's line and R laeken have it.
-- It reads views of files that come before and after this one.
set local check_function_bodies = off;
drop function if exists register.median_income (text, text);
create function register.median_income (of_area text, of_period text)
returns table (households bigint, persons bigint, median_fen numeric)
language sql stable
-- The planner takes what recursion gives for a handful of rows, and would loop over all records for each of them.
set enable_nestloop = off
set jit = off
as $$
  with earner as (
    select p.persons, p.persons * coalesce(p.weight, 1)::numeric as w, p.members_income_fen::numeric / p.persons as y
    from register.household_profile p
    where p.period = of_period and p.net_income_fen is not null
      and p.village_code in (select village_code from register.village_ancestor where area_code = of_area)
  ), running as (
    select y, sum(w) over (order by y) as up_to, sum(w) over () / 2 as half from earner
  ), middle as (
    select y, up_to, half from running where up_to >= half order by y limit 1
  )
  select (select count(*) from earner), (select sum(e.persons)::bigint from earner e),
    case when m.up_to = m.half then (m.y + coalesce((select min(r.y) from running r where r.y > m.y), m.y)) / 2 else m.y end
  from middle m
$$;
comment on function register.median_income is
  'Households and people with a known income in an area and period, and the median income of these people, weighted; no row where none is known';
