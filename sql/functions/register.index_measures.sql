-- Sums of an index by village and period: with village_measures, area_inequality and index_errors all that leaves the register.
-- Source: Alkire & Foster (2011), J. Public Economics 95:476–487.
-- It reads a function of a file that comes after this one.
set local check_function_bodies = off;
drop function if exists register.index_measures (text);
create function register.index_measures (of_index text)
returns table (root_code text, village_code text, period text, part text, value numeric)
language sql stable
set jit = off
as $$
  with rule as (
    select missing, cutoff from register.deprivation_index where id = of_index
  ), pattern as (
    -- Villages hold few patterns of deprivations: everything below is done once for each.
    select root_code, village_code, period, weight, groups, deprived, unknown, sum(size) * coalesce(weight, 1) as n
    from register.index_unit(of_index)
    group by root_code, village_code, period, weight, groups, deprived, unknown
  ), score as (
    select s.deprived, coalesce(sum(d.weight), 0) as score
    from (select distinct deprived from pattern) s
    left join register.deprivation d on d.index_id = of_index and (s.deprived >> d.bit) & 1 = 1
    group by s.deprived
  ), judged as (
    select p.root_code, p.village_code, p.period, p.groups, p.n, p.deprived,
      r.missing = 'not_deprived' or p.unknown = 0 as is_scored,
      (r.missing = 'not_deprived' or p.unknown = 0) and s.score >= r.cutoff as is_poor
    from pattern p join score s using (deprived) cross join rule r
  ), counted as (
    select root_code, village_code, period, '' as prefix, n, deprived, is_scored, is_poor from judged
    union all
    select root_code, village_code, period, g || ' ', n, deprived, is_scored, is_poor from judged, unnest(groups) as g
  ), summed as (
    select root_code, village_code, period, prefix, deprived, is_scored, is_poor, sum(n) as n
    from counted group by 1, 2, 3, 4, 5, 6, 7
  )
  select root_code, village_code, period, prefix || part, sum(n)
  from summed
  cross join lateral (values ('all', true), ('scored', is_scored), ('poor', is_poor)) as v (part, is_in)
  where is_in
  group by 1, 2, 3, 4
  union all
  select root_code, village_code, period, prefix || v.part || ' ' || d.id, sum(n)
  from summed
  join register.deprivation d on d.index_id = of_index and (summed.deprived >> d.bit) & 1 = 1
  cross join lateral (values ('deprived', is_scored), ('poor_deprived', is_poor)) as v (part, is_in)
  where v.is_in
  group by 1, 2, 3, 4
$$;
comment on function register.index_measures is
  'Sums of an index by village and period; part is all, scored, poor, deprived ID or poor_deprived ID, of a group behind by=value. A part that is 0 has no row. Weighted where households have weights';
