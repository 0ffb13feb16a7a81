-- Counts of the register by village, period and sampling weight, beside those of the indices (index_measures).
-- Source: Foster, Greer & Thorbecke (1984), Econometrica 52:761–766.
-- It reads views of files that come after this one.
set local check_function_bodies = off;
drop function if exists register.village_measures (integer[], integer);
drop function if exists register.village_measures ();
create function register.village_measures ()
returns table (
  root_code text, village_code text, period text, weight numeric,
  persons bigint, poor_persons bigint,
  income_gap_fen bigint, income_line_fen bigint, squared_income_gap bigint, squared_income_line bigint,
  net_income_fen bigint, registered_persons bigint,
  rural_households bigint, registered_households bigint, scored_households bigint,
  exit_score_poor_households bigint, exit_score_borderline_households bigint, exit_score_centipoints bigint,
  monitored_unstable_households bigint, monitored_marginal_households bigint, monitored_sudden_households bigint,
  exited_persons bigint, fallen_back_persons bigint,
  cause_recorded_households bigint,
  cause_illness_households bigint, cause_disability_households bigint, cause_schooling_households bigint,
  cause_disaster_households bigint, cause_land_households bigint, cause_water_households bigint,
  cause_skill_households bigint, cause_labour_households bigint, cause_capital_households bigint,
  cause_transport_households bigint, cause_drive_households bigint, cause_marriage_households bigint,
  cause_other_households bigint,
  no_labour_households bigint,
  insurable_persons bigint, insured_persons bigint,
  housing_assessed_households bigint, unsafe_housing_households bigint,
  water_assessed_households bigint, unsafe_water_households bigint
)
language sql stable
-- The planner takes what recursion gives for a handful of rows, and would loop over all records for each of them.
set enable_nestloop = off
-- Compiling costs seconds and saves none.
set jit = off
as $$
  -- The line in force: that of the nearest area above the village that has one for the period and the concept.
  with line as (
    select distinct on (a.village_code, l.period, l.concept) a.village_code, l.period, l.concept, l.line_fen
    from register.village_ancestor a
    join register.poverty_line l on l.area_code = a.area_code
    order by a.village_code, l.period, l.concept, a.depth
  ), measured as (
    select p.*, l.line_fen, is_registered or monitoring is not null as is_target,
      -- What the members lack to the line, each with the income of the household over its equivalent size; an income equal to
      -- the line is not poor. Null without an income or a line, which greatest() alone would take for 0.
      case when p.net_income_fen is not null and l.line_fen is not null
        then greatest(0, p.persons * l.line_fen - p.members_income_fen) end as gap_fen
    from register.household_profile p
    left join line l
      on l.village_code = p.village_code and l.period = p.period and l.concept = p.income_concept
  )
  select
    root_code, village_code, period, weight,
    sum(persons)::bigint,
    -- Null where no household has an income and a line.
    sum(case when gap_fen > 0 then persons else 0 end) filter (where gap_fen is not null)::bigint,
    sum(gap_fen)::bigint,
    sum(persons * line_fen) filter (where gap_fen is not null)::bigint,
    -- In (10 yuan)², whole for each household: members × (gap / members)².
    sum(round(gap_fen::numeric * gap_fen / (persons * 1000000)))::bigint,
    sum(round(persons::numeric * line_fen * line_fen / 1000000)) filter (where gap_fen is not null)::bigint,
    coalesce(sum(net_income_fen) filter (where is_registered), 0)::bigint,
    coalesce(sum(persons) filter (where is_registered and net_income_fen is not null), 0)::bigint,
    count(*),
    count(*) filter (where is_registered),
    count(*) filter (where is_registered and exit_score is not null),
    count(*) filter (where is_registered and exit_score < 60),
    count(*) filter (where is_registered and exit_score between 60 and 80),
    coalesce(sum(exit_score * 100) filter (where is_registered), 0)::bigint,
    count(*) filter (where monitoring = 'unstable_exited'),
    count(*) filter (where monitoring = 'marginal'),
    count(*) filter (where monitoring = 'sudden_hardship'),
    coalesce(sum(persons) filter (where poverty_state in ('exited', 'fallen_back')), 0)::bigint,
    coalesce(sum(persons) filter (where poverty_state = 'fallen_back'), 0)::bigint,
    count(*) filter (where is_target and main_cause is not null),
    count(*) filter (where is_target and main_cause = 'illness'),
    count(*) filter (where is_target and main_cause = 'disability'),
    count(*) filter (where is_target and main_cause = 'schooling'),
    count(*) filter (where is_target and main_cause = 'disaster'),
    count(*) filter (where is_target and main_cause = 'land'),
    count(*) filter (where is_target and main_cause = 'water'),
    count(*) filter (where is_target and main_cause = 'skill'),
    count(*) filter (where is_target and main_cause = 'labour'),
    count(*) filter (where is_target and main_cause = 'capital'),
    count(*) filter (where is_target and main_cause = 'transport'),
    count(*) filter (where is_target and main_cause = 'drive'),
    count(*) filter (where is_target and main_cause = 'marriage'),
    count(*) filter (where is_target and main_cause = 'other'),
    count(*) filter (where is_registered and labour),
    sum(insurable)::bigint,
    sum(insured)::bigint,
    count(*) filter (where housing is not null),
    count(*) filter (where housing),
    count(*) filter (where safe_water is not null),
    count(*) filter (where safe_water)
  from measured
  group by root_code, village_code, period, weight
$$;
comment on function register.village_measures is
  'Additive measures of every village and period of the register, whole numbers for each sampling weight, by which they have to be multiplied';
