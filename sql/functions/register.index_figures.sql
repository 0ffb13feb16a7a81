-- Figures of an index as sums over each cluster of the sample, for their standard errors: headcount (H), index (M0), intensity (A),
-- of all and of each group. Beside them a row without figure for each cluster that was drawn.
-- It reads a function of a file that comes after this one.
set local check_function_bodies = off;
drop function if exists register.index_figures (text);
create function register.index_figures (of_index text)
returns table (
  root_code text, village_code text, period text, stratum text, cluster text,
  figure text, y double precision, x double precision
)
language sql stable
set jit = off
as $$
  with rule as (
    select missing, cutoff, (select sum(weight) from register.deprivation where index_id = of_index)::float8 as total
    from register.deprivation_index where id = of_index
  ), unit as (
    select u.*, coalesce(u.stratum, '') as h,
      coalesce(u.cluster, u.village_code || ' ' || u.household_key) as psu,
      u.size * coalesce(u.weight, 1)::float8 as w
    from register.index_unit(of_index) u
  ), score as (
    select s.deprived, coalesce(sum(d.weight), 0)::float8 as score
    from (select distinct deprived from unit) s
    left join register.deprivation d on d.index_id = of_index and (s.deprived >> d.bit) & 1 = 1
    group by s.deprived
  ), scored as (
    select u.root_code, u.village_code, u.period, u.h, u.psu, u.w, u.groups,
      (s.score >= r.cutoff)::int as poor,
      case when s.score >= r.cutoff then s.score / r.total else 0 end as share
    from unit u join score s using (deprived) cross join rule r
    where r.missing = 'not_deprived' or u.unknown = 0
  ), member as (
    select root_code, village_code, period, h, psu, '' as prefix, w, poor, share from scored
    union all
    select root_code, village_code, period, h, psu, g || ' ', w, poor, share from scored, unnest(groups) as g
  )
  select root_code, village_code, period, h, psu, prefix || v.figure, sum(w * v.y), sum(w * v.x)
  from member
  cross join lateral (values ('headcount', poor, 1), ('index', share, 1), ('intensity', share, poor)) as v (figure, y, x)
  group by 1, 2, 3, 4, 5, 6
  union all
  select root_code, village_code, period, h, psu, null, 0, 0 from unit group by 1, 2, 3, 4, 5
$$;
comment on function register.index_figures is
  'Numerators y and denominators x of the figures of an index, weighted, by cluster of the sample and village; a row without figure for each cluster';
