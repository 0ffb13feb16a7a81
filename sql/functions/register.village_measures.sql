-- Counts of the register by village and period: the only way, with area_inequality, by which anything leaves it.
-- Sources: Alkire & Foster (2011), J. Public Economics 95:476–487; Foster, Greer & Thorbecke (1984), Econometrica 52:761–766.
-- It reads views of files that come after this one.
set local check_function_bodies = off;
drop function if exists register.village_measures (integer[], integer);
create function register.village_measures (weights integer[], cutoff integer)
returns table (
  root_code text, village_code text, period text,
  persons bigint, poor_persons bigint,
  deprivation_scored_persons bigint, multidimensionally_poor_persons bigint,
  poor_persons_deprived_in_years_of_schooling bigint, poor_persons_deprived_in_school_attendance bigint,
  poor_persons_deprived_in_long_illness bigint, poor_persons_deprived_in_medical_insurance bigint,
  poor_persons_deprived_in_housing bigint, poor_persons_deprived_in_safe_water bigint,
  poor_persons_deprived_in_labour bigint,
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
  ), scored as (
    -- The score is null where any deprivation is not known: such a household is counted in no sum of the index.
    select p.*, l.line_fen,
      weights[1] * years_of_schooling::int + weights[2] * school_attendance::int + weights[3] * long_illness::int
        + weights[4] * medical_insurance::int + weights[5] * housing::int + weights[6] * safe_water::int
        + weights[7] * labour::int as score,
      -- What the household lacks to the line of all its members; an income equal to the line is not poor. Null without
      -- an income or a line, which greatest() alone would take for 0.
      case when p.net_income_fen is not null and l.line_fen is not null
        then greatest(0, p.persons * l.line_fen - p.net_income_fen) end as gap_fen
    from register.household_profile p
    left join line l
      on l.village_code = p.village_code and l.period = p.period and l.concept = p.income_concept
  ), judged as (
    select *, score >= cutoff as is_poor, is_registered or monitoring is not null as is_target from scored
  )
  select
    root_code, village_code, period,
    sum(persons)::bigint,
    -- Null where no household has an income and a line.
    sum(case when gap_fen > 0 then persons else 0 end) filter (where gap_fen is not null)::bigint,
    coalesce(sum(persons) filter (where score is not null), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and years_of_schooling), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and school_attendance), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and long_illness), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and medical_insurance), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and housing), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and safe_water), 0)::bigint,
    coalesce(sum(persons) filter (where is_poor and labour), 0)::bigint,
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
  from judged
  group by root_code, village_code, period
$$;
comment on function register.village_measures is
  'Additive measures of every village and period of the register, whole numbers: weights and cutoff of the deprivations as integers over the same total, in the order of household_profile';
