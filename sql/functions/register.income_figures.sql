-- Figures of incomes against the lines of a concept as sums over each cluster of the sample, for their standard errors: headcount
-- (P0), gap (P1), severity (P2). Without a concept each household is compared with the line of its own.
-- Beside them a row without figure for each cluster that was drawn. It reads a view of a file that comes before this one.
drop function if exists register.income_figures (text);
create function register.income_figures (of_concept text)
returns table (
  root_code text, village_code text, period text, stratum text, cluster text,
  figure text, y double precision, x double precision
)
language sql stable
set enable_nestloop = off
set jit = off
as $$
  with line as (
    select distinct on (a.village_code, l.period, l.concept) a.village_code, l.period, l.concept, l.line_fen
    from register.village_ancestor a
    join register.poverty_line l on l.area_code = a.area_code
    order by a.village_code, l.period, l.concept, a.depth
  ), unit as (
    select p.root_code, p.village_code, p.period, coalesce(p.stratum, '') as h,
      coalesce(p.cluster, p.village_code || ' ' || p.household_key) as psu,
      coalesce(p.weight, 1)::float8 as w, p.persons::float8 as persons, l.line_fen / 100.0::float8 as line,
      case when p.net_income_fen is not null and l.line_fen is not null
        then greatest(0, p.persons * l.line_fen - p.members_income_fen) / 100.0::float8 end as gap
    from register.household_profile p
    left join line l
      on l.village_code = p.village_code and l.period = p.period and l.concept = coalesce(of_concept, p.income_concept)
  )
  select root_code, village_code, period, h, psu, v.figure, sum(w * v.y), sum(w * v.x)
  from unit
  cross join lateral (
    values
      -- The built-in headcount ratio is of all people, that of a further line of those with an income.
      ('headcount', case when gap > 0 then persons else 0 end, persons, gap is not null or of_concept is null),
      ('gap', gap, persons * line, gap is not null),
      ('severity', gap * gap / persons, persons * line * line, gap is not null)
  ) as v (figure, y, x, is_in)
  where v.is_in
  group by 1, 2, 3, 4, 5, 6
  union all
  select root_code, village_code, period, h, psu, null, 0, 0 from unit group by 1, 2, 3, 4, 5
$$;
comment on function register.income_figures is
  'Numerators y and denominators x of poverty headcount, gap and severity, weighted, by cluster of the sample and village; a row without figure for each cluster';
