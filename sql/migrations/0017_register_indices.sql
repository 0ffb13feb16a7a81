-- An index of the register is declared: its deprivations are kept, and each record says which of them it is deprived in.

create table register.deprivation_index (
  id text primary key,
  identify text not null check (identify in ('household', 'person')),
  counts text not null check (counts in ('persons', 'households')),
  missing text not null check (missing in ('left_out', 'not_deprived')),
  cutoff integer not null check (cutoff > 0),
  check (identify = 'household' or counts = 'persons')
);
comment on table register.deprivation_index is 'Multidimensional indices that are counted of the register: the built-in one and those of the profile';
comment on column register.deprivation_index.identify is 'Who is poor: a household with all its members, or each person';
comment on column register.deprivation_index.counts is 'What the sums count';
comment on column register.deprivation_index.missing is 'A unit of which a deprivation is not known: left_out of every sum, or taken as not_deprived there';
comment on column register.deprivation_index.cutoff is 'A score of at least this is poor; an integer over the sum of the weights';

create table register.deprivation (
  index_id text not null references register.deprivation_index (id) on delete cascade,
  id text not null,
  bit smallint not null unique check (bit between 0 and 51),
  weight integer not null check (weight > 0),
  decides text not null check (decides in ('household', 'any', 'none', 'all')),
  primary key (index_id, id)
);
comment on table register.deprivation is 'Deprivations of an index';
comment on column register.deprivation.bit is 'Bit of the condition in the columns true_bits, false_bits and unknown_bits of the records';
comment on column register.deprivation.weight is 'Integer weight in the score';
comment on column register.deprivation.decides is 'household: its own record says that it is deprived; any, all: a member does, all members do; none: deprived where no member has what is asked for';

alter table register.household
  add column true_bits bigint not null default 0,
  add column unknown_bits bigint not null default 0,
  add column groups text[],
  add column weight numeric check (weight > 0),
  add column stratum text,
  add column cluster text,
  add column equivalent_size numeric check (equivalent_size > 0);
comment on column register.household.true_bits is 'Conditions of register.deprivation that hold';
comment on column register.household.unknown_bits is 'Conditions that are not known';
comment on column register.household.groups is 'Groups it is in, as by=value; null for none';
comment on column register.household.weight is 'Sampling weight: how many households it stands for; null is 1';
comment on column register.household.stratum is 'Stratum of the sample; null where there is one';
comment on column register.household.cluster is 'Primary sampling unit; null where the household is one';
comment on column register.household.equivalent_size is 'By what its income is divided for each of its members; null is the number of members';

alter table register.person
  add column true_bits bigint not null default 0,
  add column false_bits bigint not null default 0,
  add column unknown_bits bigint not null default 0,
  add column groups text[];
comment on column register.person.true_bits is 'Conditions of register.deprivation that hold for who is asked';
comment on column register.person.false_bits is 'Conditions that do not hold for who is asked';
comment on column register.person.unknown_bits is 'Conditions that are not known, or of which it is not known whether the person is asked';
comment on column register.person.groups is 'Groups the person is in, as by=value; null for none';

revoke all on all tables in schema register from public;
