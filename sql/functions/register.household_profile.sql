-- One row for every household with members: how many they are, and what its own records say (null where it is not known).
drop view if exists register.household_profile;
create view register.household_profile as
select
  h.root_code,
  h.village_code,
  h.period,
  h.household_key,
  h.weight,
  h.stratum,
  h.cluster,
  m.persons,
  m.insurable,
  m.insured,
  h.dwelling in ('C', 'D', 'none') as housing,
  not h.has_safe_water as safe_water,
  m.labour,
  h.is_registered,
  h.poverty_state,
  h.monitoring,
  h.main_cause,
  h.exit_score,
  h.net_income_fen,
  -- Of all members together, each with the income over the equivalent size.
  case when h.equivalent_size is null then h.net_income_fen
    else round(h.net_income_fen * m.persons / h.equivalent_size)::bigint end as members_income_fen,
  h.income_concept
from register.household h
join (
  -- What one member decides is decided; else what is not known of any member is not known of the household.
  select
    root_code, village_code, period, household_key,
    count(*) as persons,
    count(*) filter (where insurance in ('insured', 'uninsured')) as insurable,
    count(*) filter (where insurance = 'insured') as insured,
    case when bool_or(can_work) then false when bool_or(can_work is null) then null else true end as labour
  from register.person
  group by 1, 2, 3, 4
) m using (root_code, village_code, period, household_key);
comment on view register.household_profile is
  'Households with their members: an unsafe dwelling; no safe water; nobody who can work, each true, false or null (not known); income of all members';
