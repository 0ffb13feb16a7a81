-- One row for every household with members: how many they are, and in what they are deprived (null where it is not known).
drop view if exists register.household_profile;
create view register.household_profile as
select
  h.root_code,
  h.village_code,
  h.period,
  h.household_key,
  m.persons,
  m.insurable,
  m.insured,
  m.years_of_schooling,
  m.school_attendance,
  m.long_illness,
  m.medical_insurance,
  h.dwelling in ('C', 'D', 'none') as housing,
  not h.has_safe_water as safe_water,
  m.labour,
  h.is_registered,
  h.poverty_state,
  h.monitoring,
  h.main_cause,
  h.exit_score,
  h.net_income_fen,
  h.income_concept
from register.household h
join (
  -- What one member decides is decided; else what is not known of any member is not known of the household.
  select
    root_code, village_code, period, household_key,
    count(*) as persons,
    count(*) filter (where insurance in ('insured', 'uninsured')) as insurable,
    count(*) filter (where insurance = 'insured') as insured,
    case
      when bool_or(age >= 16 and schooling_years >= 6) then false
      when bool_or(age is null or (age >= 16 and schooling_years is null)) then null
      else bool_or(age >= 16)
    end as years_of_schooling,
    case
      when bool_or(age between 6 and 15 and not is_at_school) then true
      when bool_or(age is null or (age between 6 and 15 and is_at_school is null)) then null
      else false
    end as school_attendance,
    case when bool_or(has_long_illness) then true when bool_or(has_long_illness is null) then null else false end as long_illness,
    case when bool_or(insurance = 'uninsured') then true when bool_or(insurance is null) then null else false end as medical_insurance,
    case when bool_or(can_work) then false when bool_or(can_work is null) then null else true end as labour
  from register.person
  group by 1, 2, 3, 4
) m using (root_code, village_code, period, household_key);
comment on view register.household_profile is
  'Deprivations of a household, true, false or null (not known): nobody of 16 or more with six years of schooling; a child of 6 to 15 not at school; a member with a long illness; a member without medical insurance who should have it; an unsafe dwelling; no safe water; nobody who can work';
