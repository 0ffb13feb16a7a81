-- A batch says whether its figures come from a sample: that is a fact of the data, not of the indicator.

alter table fact.batch add column sample jsonb;
comment on column fact.batch.sample is
  'true, false, or {"sample": …, "population": …}: the measures that count the units asked and all there are; null where the profile does not say, and its table is a sample where such measures are reported';
