-- Sums of incomes against the poverty line of one concept, by village and period.
-- Source: Foster, Greer & Thorbecke (1984), Econometrica 52:761–766.
-- It reads a view of a file that comes after this one.
set local check_function_bodies = off;
drop function if exists register.line_measures (text);
create function register.line_measures (of_concept text)
returns table (root_code text, village_code text, period text, part text, value numeric)
language sql stable
-- The planner takes what recursion gives for a handful of rows, and would loop over all records for each of them.
set enable_nestloop = off
set jit = off
as $$
  -- The line in force: that of the nearest area above the village that has one for the period.
  with line as (
    select distinct on (a.village_code, l.period) a.village_code, l.period, l.line_fen
    from register.village_ancestor a
    join register.poverty_line l on l.area_code = a.area_code
    where l.concept = of_concept
    order by a.village_code, l.period, a.depth
  ), summed as (
    select p.root_code, p.village_code, p.period, p.weight,
      sum(persons) as persons,
      coalesce(sum(persons) filter (where persons * line_fen > members_income_fen), 0) as poor,
      sum(greatest(0, persons * line_fen - members_income_fen)) as gap_fen,
      sum(persons * line_fen) as line_fen
    from register.household_profile p
    join line l using (village_code, period)
    where p.net_income_fen is not null
    group by 1, 2, 3, 4
  )
  select s.root_code, s.village_code, s.period, v.part, sum(v.value * coalesce(s.weight, 1))
  from summed s
  cross join lateral (
    values ('known', s.persons), ('poor', s.poor), ('gap_fen', s.gap_fen), ('line_fen', s.line_fen)
  ) as v (part, value)
  group by 1, 2, 3, 4
$$;
comment on function register.line_measures is
  'People with an income and a line of the concept (known), those below it (poor), and the sums of gaps and of lines over all of them, in fen; weighted where households have weights';
