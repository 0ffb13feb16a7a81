-- Who is counted in an index, household or person, and in what each is deprived, as bits.
drop function if exists register.index_unit (text);
create function register.index_unit (of_index text)
returns table (
  root_code text, village_code text, period text, household_key text,
  size bigint, weight numeric, stratum text, cluster text, groups text[], deprived bigint, unknown bigint
)
language sql stable
-- The planner takes what recursion gives for a handful of rows, and would loop over all records for each of them.
set enable_nestloop = off
-- Compiling costs seconds and saves none.
set jit = off
as $$
  with mask as (
    select
      coalesce(bit_or(1::bigint << bit) filter (where decides = 'household'), 0) as own,
      coalesce(bit_or(1::bigint << bit) filter (where decides = 'any'), 0) as any_of,
      coalesce(bit_or(1::bigint << bit) filter (where decides = 'none'), 0) as none_of,
      coalesce(bit_or(1::bigint << bit) filter (where decides = 'all'), 0) as all_of
    from register.deprivation where index_id = of_index
  ), members as (
    select root_code, village_code, period, household_key, count(*) as persons,
      bit_or(true_bits) as yes, bit_or(false_bits) as no, bit_or(unknown_bits) as unknown
    from register.person
    where (select identify from register.deprivation_index where id = of_index) = 'household'
    group by 1, 2, 3, 4
  )
  -- What one member decides is decided; else what is not known of any member is not known of the household.
  select h.root_code, h.village_code, h.period, h.household_key,
    case (select counts from register.deprivation_index where id = of_index) when 'persons' then m.persons else 1 end,
    h.weight, h.stratum, h.cluster, h.groups,
    (h.true_bits & k.own) | (m.yes & k.any_of) | (m.no & ~m.yes & ~m.unknown & k.none_of)
      | (m.yes & ~m.no & ~m.unknown & k.all_of),
    (h.unknown_bits & k.own) | (m.unknown & ~m.yes & (k.any_of | k.none_of)) | (m.unknown & ~m.no & k.all_of)
  from register.household h
  join members m using (root_code, village_code, period, household_key)
  cross join mask k
  union all
  select h.root_code, h.village_code, h.period, h.household_key, 1, h.weight, h.stratum, h.cluster, h.groups || p.groups,
    (h.true_bits & k.own) | (p.true_bits & (k.any_of | k.all_of)) | (p.false_bits & k.none_of),
    (h.unknown_bits & k.own) | (p.unknown_bits & (k.any_of | k.none_of | k.all_of))
  from register.household h
  join register.person p using (root_code, village_code, period, household_key)
  cross join mask k
  where (select identify from register.deprivation_index where id = of_index) = 'person'
$$;
comment on function register.index_unit is
  'Units of an index: how many people or households each counts for, and the bits of the deprivations it is deprived in and of those that are not known';
