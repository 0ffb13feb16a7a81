-- The household register. It stays in a schema of its own: only sums over villages leave it, by register.village_measures
-- and register.area_inequality.

create schema register;
comment on schema register is 'Household and person records (建档立卡): personal data. No map, tile, export or endpoint reads it; only counts leave, through its functions';

create table register.poverty_line (
  root_code text not null,
  area_code text not null,
  period text not null,
  concept text not null,
  line_fen bigint not null check (line_fen > 0),
  source text not null default '',
  primary key (root_code, area_code, period, concept)
);
comment on table register.poverty_line is 'Poverty line for a person and year by area, period and income concept; of several the one of the nearest area above a village is in force';
comment on column register.poverty_line.root_code is 'Code of the area of the top level';
comment on column register.poverty_line.area_code is 'Area of any level; it holds for everything below it that has none of its own';
comment on column register.poverty_line.concept is 'What is compared with it, such as rural_disposable_income; lines of different concepts must not be compared';
comment on column register.poverty_line.line_fen is 'Fen for each person and year, nominal';
comment on column register.poverty_line.source is 'Who set it, in words';

create table register.household (
  root_code text not null,
  village_code text not null,
  period text not null,
  household_key text not null,
  source_row integer not null,
  head_name text,
  is_registered boolean not null,
  poverty_state text not null check (poverty_state in ('ordinary', 'poor', 'exited', 'fallen_back')),
  monitoring text check (monitoring in ('unstable_exited', 'marginal', 'sudden_hardship')),
  main_cause text,
  other_causes text[],
  exit_score numeric(5, 2) check (exit_score between 0 and 100),
  net_income_fen bigint,
  income_concept text not null,
  dwelling text check (dwelling in ('A', 'B', 'C', 'D', 'none')),
  has_safe_water boolean,
  primary key (root_code, village_code, period, household_key)
);
comment on table register.household is 'Households of a village in a period. Null is not known, which is never the same as not deprived';
comment on column register.household.root_code is 'Code of the area of the top level';
comment on column register.household.village_code is 'Code in force in the period; geo.lineage leads old ones on';
comment on column register.household.period is 'Period that the record tells of';
comment on column register.household.household_key is 'Key within village and period; personal';
comment on column register.household.source_row is 'Row of the file it came from, so that a finding can name it without its content';
comment on column register.household.head_name is 'Personal';
comment on column register.household.is_registered is 'Registered as poor at some time (建档立卡)';
comment on column register.household.poverty_state is 'poor: registered and not out yet; exited: out before the period; fallen_back: out before, recorded poor again in it; else ordinary';
comment on column register.household.monitoring is 'Category under watch; null for none';
comment on column register.household.main_cause is 'Id of #domain/register; null where none is recorded';
comment on column register.household.other_causes is 'Ids like main_cause';
comment on column register.household.exit_score is 'Points of 100; below 60 poor, 60 to 80 borderline';
comment on column register.household.net_income_fen is 'Of the whole household in a year, in fen';
comment on column register.household.income_concept is 'Concept of that income; chooses the poverty line';
comment on column register.household.dwelling is 'Safety class of the dwelling; C, D and none are unsafe';
comment on column register.household.has_safe_water is 'Enough, clean, near and all year';

create table register.person (
  root_code text not null,
  village_code text not null,
  period text not null,
  household_key text not null,
  person_number integer not null,
  source_row integer not null,
  name text,
  id_number text,
  age smallint check (age between 0 and 130),
  schooling_years smallint check (schooling_years between 0 and 30),
  is_at_school boolean,
  has_long_illness boolean,
  insurance text check (insurance in ('insured', 'uninsured', 'exempt')),
  can_work boolean,
  primary key (root_code, village_code, period, household_key, person_number)
);
comment on table register.person is 'Members of households; null is not known. The import takes none without its household; a foreign key would double the time it writes';
comment on column register.person.root_code is 'Code of the area of the top level';
comment on column register.person.village_code is 'As in register.household';
comment on column register.person.period is 'As in register.household';
comment on column register.person.household_key is 'As in register.household; personal';
comment on column register.person.person_number is 'Number within the household';
comment on column register.person.source_row is 'Row of the file it came from';
comment on column register.person.name is 'Personal';
comment on column register.person.id_number is 'Personal';
comment on column register.person.age is 'Years at the end of the period';
comment on column register.person.schooling_years is 'Completed years of schooling';
comment on column register.person.is_at_school is 'Attends school; asked of ages 6 to 15';
comment on column register.person.has_long_illness is 'Chronic or serious illness, or severe disability';
comment on column register.person.insurance is 'Basic medical insurance; exempt: need not have it';
comment on column register.person.can_work is 'Able to work';

-- Whoever is not given the register by name has no way into it.
revoke all on schema register from public;
revoke all on all tables in schema register from public;
alter default privileges in schema register revoke all on tables from public;
