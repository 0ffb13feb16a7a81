-- Design-based standard errors of H, M0 and A by area of a level, from strata and clusters of the sample.
-- Taylor linearisation of a ratio with areas as domains: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, 5.7.
-- It reads functions and views of files that come after this one.
set local check_function_bodies = off;
drop function if exists register.index_errors (text, text);
create function register.index_errors (of_index text, of_level text)
returns table (
  root_code text, area_code text, period text,
  headcount_se double precision, se double precision, intensity_se double precision
)
language sql stable
set enable_nestloop = off
set jit = off
as $$
  with rule as (
    select missing, cutoff, (select sum(weight) from register.deprivation where index_id = of_index)::float8 as total
    from register.deprivation_index where id = of_index
  ), unit as (
    select u.*, coalesce(u.stratum, '') as h,
      coalesce(u.cluster, u.village_code || ' ' || u.household_key) as psu,
      u.size * coalesce(u.weight, 1)::float8 as w,
      r.missing = 'not_deprived' or u.unknown = 0 as is_scored
    from register.index_unit(of_index) u cross join rule r
  ), score as (
    select s.deprived, coalesce(sum(d.weight), 0)::float8 as score
    from (select distinct deprived from unit) s
    left join register.deprivation d on d.index_id = of_index and (s.deprived >> d.bit) & 1 = 1
    group by s.deprived
  ), placed as (
    select a.area_code, u.root_code, u.period, u.h, u.psu, u.w,
      (s.score >= r.cutoff)::int as poor,
      case when s.score >= r.cutoff then s.score / r.total else 0 end as share
    from unit u join score s using (deprived) cross join rule r
    join (select distinct village_code, area_code from register.village_ancestor where level = of_level) a
      using (village_code)
    where u.is_scored
  ), total as (
    select root_code, area_code, period, sum(w) as x, sum(w * poor) as q, sum(w * share) as s
    from placed group by 1, 2, 3
  ), linear as (
    -- Sums over a cluster of u = w (y − R x) / X.
    select p.root_code, p.area_code, p.period, p.h, p.psu,
      sum(p.w * (p.poor - t.q / t.x) / t.x) as of_h,
      sum(p.w * (p.share - t.s / t.x) / t.x) as of_m0,
      sum(p.w * (p.share - p.poor * t.s / nullif(t.q, 0)) / nullif(t.q, 0)) as of_a
    from placed p join total t using (root_code, area_code, period)
    group by 1, 2, 3, 4, 5
  ), design as (
    -- Clusters of a stratum without anybody in the area count with 0.
    select period, h, count(distinct psu)::float8 as clusters from unit group by 1, 2
  ), variance as (
    -- A stratum of one cluster has no variance that could be known.
    select l.root_code, l.area_code, l.period,
      bool_or(d.clusters < 2) as is_unknown,
      d.clusters / nullif(d.clusters - 1, 0) as factor, d.clusters,
      sum(of_h) as h1, sum(of_h ^ 2) as h2, sum(of_m0) as m1, sum(of_m0 ^ 2) as m2, sum(of_a) as a1, sum(of_a ^ 2) as a2
    from linear l join design d using (period, h)
    group by l.root_code, l.area_code, l.period, l.h, d.clusters
  )
  select root_code, area_code, period,
    sqrt(greatest(0, sum(factor * (h2 - h1 ^ 2 / clusters)))),
    sqrt(greatest(0, sum(factor * (m2 - m1 ^ 2 / clusters)))),
    sqrt(greatest(0, sum(factor * (a2 - a1 ^ 2 / clusters))))
  from variance
  group by root_code, area_code, period
  having not bool_or(is_unknown)
$$;
comment on function register.index_errors is
  'By area of a level and period: standard errors of the headcount ratio, of M0 and of the intensity; none where a stratum has one cluster';
