-- Gini and Lorenz curve of every area whose villages all have records: from the records of its people, never from areas.
-- It reads views of files that come after this one.
set local check_function_bodies = off;
drop function if exists register.area_inequality ();
create function register.area_inequality ()
returns table (
  level text, root_code text, area_code text, period text,
  income_differences bigint, income_differences_greatest bigint,
  lorenz_income_fen bigint, lorenz_10_fen bigint, lorenz_20_fen bigint, lorenz_40_fen bigint, lorenz_60_fen bigint,
  lorenz_80_fen bigint, lorenz_90_fen bigint
)
language sql stable
as $$
  with recursive candidate as (
    select distinct area_code as code from register.village_ancestor
  ), below (code, under) as (
    select code, code from candidate
    union all
    select b.code, a.code from below b
    join geo.area a on a.boundary_version = (select max(id) from geo.boundary_version) and a.parent_code = b.under
  ), leaf as (
    select b.code, count(*) as leaves from below b
    join geo.area a on a.boundary_version = (select max(id) from geo.boundary_version) and a.code = b.under
    where a.level = (select id from geo.level order by ordinal desc limit 1)
    group by b.code
  ), placed as (
    select a.level, a.area_code, h.root_code, h.period, h.persons::numeric as w, h.net_income_fen::numeric as y,
      first_value(a.area_code) over (partition by h.root_code, h.village_code, h.period, h.household_key order by a.depth) as leaf
    from register.household_profile h
    join register.village_ancestor a on a.village_code = h.village_code
    where h.net_income_fen is not null
  ), whole as (
    select p.area_code, p.period from placed p join leaf l on l.code = p.area_code
    group by p.area_code, p.period, l.leaves
    having count(distinct p.leaf) = l.leaves and min(p.y) >= 0 and sum(p.y) > 0
  ), running as (
    select p.*, sum(w) over sorted - w as w_below, sum(y) over sorted - y as y_below,
      sum(w) over everyone as w_all, sum(y) over everyone as y_all
    from placed p join whole using (area_code, period)
    window
      sorted as (partition by area_code, period order by y / w rows unbounded preceding),
      everyone as (partition by area_code, period)
  ), summed as (
    select level, root_code, area_code, period, w_all, y_all,
      sum(y * w_below - w * y_below) as differences,
      round(sum(y * greatest(0, least(1, (0.1 * w_all - w_below) / w)))) as l10,
      round(sum(y * greatest(0, least(1, (0.2 * w_all - w_below) / w)))) as l20,
      round(sum(y * greatest(0, least(1, (0.4 * w_all - w_below) / w)))) as l40,
      round(sum(y * greatest(0, least(1, (0.6 * w_all - w_below) / w)))) as l60,
      round(sum(y * greatest(0, least(1, (0.8 * w_all - w_below) / w)))) as l80,
      round(sum(y * greatest(0, least(1, (0.9 * w_all - w_below) / w)))) as l90
    from running
    group by level, root_code, area_code, period, w_all, y_all
  )
  select level, root_code, area_code, period,
    -- Both over the same power of ten where they would pass 2^53.
    round(differences / scale)::bigint, round(w_all * y_all / scale)::bigint,
    y_all::bigint, l10::bigint, l20::bigint, l40::bigint, l60::bigint, l80::bigint, l90::bigint
  from summed, lateral (
    select 10::numeric ^ greatest(0, length(trunc(w_all * y_all)::text) - 15) as scale
  ) s
$$;
comment on function register.area_inequality is
  'By area of any level and period: Gini = income_differences / income_differences_greatest, where Σ wᵢwⱼ|yᵢ − yⱼ| / 2 stands over W Σ wy; income in fen of the poorest 10 to 90 % of people (a household at the border counts in part) and of all. None where a village has no records or an income is below zero';
