-- Facts in a partition per batch: loaded whole and indexed after, so that an import costs the same however much is stored.

alter table fact.batch add column periods text[] not null default '{}';
comment on column fact.batch.periods is 'Periods it has rows for, in no order';
update fact.batch set periods = found.periods
from (select batch, array_agg(distinct period) as periods from fact.measure_value group by batch) found
where id = found.batch;

alter table fact.measure_value rename to measure_value_before;
alter table fact.measure_value_before rename constraint measure_value_pkey to measure_value_before_pkey;

create table fact.measure_value (
  root_code text not null,
  area_code text not null,
  period text not null,
  batch integer not null,
  value float8[] not null,
  missing smallint[],
  primary key (root_code, area_code, period, batch)
) partition by list (batch);
comment on table fact.measure_value is 'One row per area, period and batch: value[i] belongs to batch.measures[i]. Whole numbers, exact to 2^53. A partition, measure_value_<batch>, for each batch, its rows by period';
comment on column fact.measure_value.missing is 'Status byte by measure where some value is missing (1 not surveyed, 2 suppressed, 3 not applicable); null when all are there';
-- The rows of a period lie together, so that a few pages of ranges find them.
create index measure_value_period on fact.measure_value using brin (period);

do $$
declare
  one integer;
begin
  for one in select id from fact.batch loop
    execute format('create table fact.measure_value_%s partition of fact.measure_value for values in (%s)', one, one);
    execute format('comment on table fact.measure_value_%s is %L', one, 'Rows of one batch');
  end loop;
end $$;
insert into fact.measure_value
select root_code, area_code, period, batch, value, missing from fact.measure_value_before
order by batch, period, root_code, area_code;
drop table fact.measure_value_before;
