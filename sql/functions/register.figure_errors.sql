-- Design-based standard errors of figures by area of a level, from strata and clusters of the sample.
-- Taylor linearisation of a ratio with areas as domains: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, 5.7.
-- It reads functions and views of files that come after this one.
set local check_function_bodies = off;
drop function if exists register.index_errors (text, text);
drop function if exists register.figure_errors (text, text, text);
create function register.figure_errors (of_kind text, of_what text, of_level text)
returns table (root_code text, area_code text, period text, figure text, standard_error double precision)
language sql stable
set enable_nestloop = off
set jit = off
as $$
  with summed as materialized (
    select * from register.index_figures(of_what) where of_kind = 'index'
    union all
    select * from register.income_figures(of_what) where of_kind = 'income'
  ), placed as (
    select s.root_code, a.area_code, s.period, s.stratum, s.cluster, s.figure, sum(y) as y, sum(x) as x
    from summed s
    join (select distinct village_code, area_code from register.village_ancestor where level = of_level) a
      using (village_code)
    where s.figure is not null
    group by 1, 2, 3, 4, 5, 6
  ), total as (
    select root_code, area_code, period, figure, sum(y) / nullif(sum(x), 0) as ratio, sum(x) as x
    from placed group by 1, 2, 3, 4
  ), design as (
    -- Clusters of a stratum without anybody in the area count with 0.
    select period, stratum, count(distinct cluster)::float8 as clusters from summed where figure is null group by 1, 2
  ), variance as (
    select p.root_code, p.area_code, p.period, p.figure, d.clusters,
      -- Sums over a cluster of u = w (y − R x) / X.
      sum((p.y - t.ratio * p.x) / t.x) as u1, sum(((p.y - t.ratio * p.x) / t.x) ^ 2) as u2
    from placed p
    join total t using (root_code, area_code, period, figure)
    join design d using (period, stratum)
    where t.x <> 0
    group by p.root_code, p.area_code, p.period, p.figure, p.stratum, d.clusters
  )
  select root_code, area_code, period, figure,
    sqrt(greatest(0, sum(clusters / nullif(clusters - 1, 0) * (u2 - u1 ^ 2 / clusters))))
  from variance
  group by root_code, area_code, period, figure
  -- A stratum of one cluster has no variance that could be known.
  having min(clusters) > 1
$$;
comment on function register.figure_errors is
  'By area of a level, period and figure: standard errors of an index (kind index) or of incomes (kind income, by concept); none where a stratum has one cluster';
