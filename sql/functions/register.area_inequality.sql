-- Gini and Lorenz curve of every area whose villages all have records: from the records of its people, never from areas.
-- It reads a view of a file that comes after this one.
set local check_function_bodies = off;
drop function if exists register.area_inequality (text);
create function register.area_inequality (of_level text)
returns table (
  root_code text, area_code text, period text,
  income_differences bigint, income_differences_greatest bigint,
  lorenz_income_fen bigint, lorenz_10_fen bigint, lorenz_20_fen bigint, lorenz_40_fen bigint, lorenz_60_fen bigint,
  lorenz_80_fen bigint, lorenz_90_fen bigint
)
language sql stable
-- The planner takes what recursion gives for a handful of rows, and would loop over all records for each of them.
set enable_nestloop = off
-- Compiling costs seconds and saves none.
set jit = off
as $$
  with recursive ancestor as (
    -- By village its area of the level, and the area of today that it is or has become.
    select village_code, max(area_code) filter (where level = of_level) as area_code,
      (array_agg(area_code order by depth))[1] as leaf
    from register.village_ancestor group by village_code
  ), below (code, under) as (
    select code, code from (select distinct area_code as code from ancestor where area_code is not null) a
    union all
    select b.code, a.code from below b
    join geo.area a on a.boundary_version = (select max(id) from geo.boundary_version) and a.parent_code = b.under
  ), leaf as (
    select b.code, count(*) as leaves from below b
    join geo.area a on a.boundary_version = (select max(id) from geo.boundary_version) and a.code = b.under
    where a.level = (select id from geo.level order by ordinal desc limit 1)
    group by b.code
  ), whole as (
    select a.area_code, v.period
    from (
      select village_code, period, min(net_income_fen) as least, sum(net_income_fen) as income
      from register.household where net_income_fen is not null group by 1, 2
    ) v
    join ancestor a using (village_code)
    join leaf l on l.code = a.area_code
    group by a.area_code, v.period, l.leaves
    having count(distinct a.leaf) = l.leaves and min(v.least) >= 0 and sum(v.income) > 0
  ), placed as (
    select a.area_code, h.root_code, h.period, m.persons * coalesce(h.weight, 1)::numeric as w,
      -- Of all members, each with the income over the equivalent size; weighted like them.
      h.net_income_fen * coalesce(h.weight, 1)::numeric * coalesce(m.persons / h.equivalent_size, 1) as y
    from register.household h
    join (
      select root_code, village_code, period, household_key, count(*) as persons from register.person group by 1, 2, 3, 4
    ) m using (root_code, village_code, period, household_key)
    join ancestor a using (village_code)
    join whole o on o.area_code = a.area_code and o.period = h.period
    where h.net_income_fen is not null
  ), running as (
    select *, sum(w) over sorted - w as w_below, sum(y) over sorted - y as y_below,
      sum(w) over everyone as w_all, sum(y) over everyone as y_all
    from placed
    window
      sorted as (partition by area_code, period order by y / w rows unbounded preceding),
      everyone as (partition by area_code, period)
  ), summed as (
    -- A household at the border of a share counts in part.
    select root_code, area_code, period, w_all, y_all,
      sum(y * w_below - w * y_below) as differences,
      round(sum(y * greatest(0, least(1, (0.1 * w_all - w_below) / w)))) as l10,
      round(sum(y * greatest(0, least(1, (0.2 * w_all - w_below) / w)))) as l20,
      round(sum(y * greatest(0, least(1, (0.4 * w_all - w_below) / w)))) as l40,
      round(sum(y * greatest(0, least(1, (0.6 * w_all - w_below) / w)))) as l60,
      round(sum(y * greatest(0, least(1, (0.8 * w_all - w_below) / w)))) as l80,
      round(sum(y * greatest(0, least(1, (0.9 * w_all - w_below) / w)))) as l90
    from running
    group by root_code, area_code, period, w_all, y_all
  )
  select root_code, area_code, period,
    -- Both over the same power of ten where they would pass 2^53.
    round(differences / scale)::bigint, round(w_all * y_all / scale)::bigint,
    y_all::bigint, l10::bigint, l20::bigint, l40::bigint, l60::bigint, l80::bigint, l90::bigint
  from (
    select *, 10::numeric ^ greatest(0, length(trunc(w_all * y_all)::text) - 15) as scale from summed
  ) scaled
$$;
comment on function register.area_inequality is
  'By area of a level and period: Gini = income_differences / income_differences_greatest, where Σ wᵢwⱼ|yᵢ − yⱼ| / 2 stands over W Σ wy; income in fen of the poorest 10 to 90 % of people and of all. None where a village has no records or an income is below zero';
