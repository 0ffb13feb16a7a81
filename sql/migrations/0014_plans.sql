-- Scenarios, runs of the solver, adopted plans.

create schema planning;
comment on schema planning is 'Questions of planners, runs of the solver that answer them, plans that were adopted';

create table planning.run (
  id integer generated always as identity primary key,
  release integer not null,
  area_code text not null,
  question jsonb not null,
  input_hash text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  reason text check (reason is null or state in ('failed', 'cancelled')),
  plan jsonb,
  progress jsonb not null default '[]',
  study jsonb,
  run_file text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (state <> 'done' or plan is not null)
);
comment on table planning.run is 'One run of the solver: what was asked, how it ended, what it found';
comment on column planning.run.question is 'As in #domain/planning';
comment on column planning.run.input_hash is 'SHA-256 of the problem as canonical JSON, hexadecimal';
comment on column planning.run.reason is 'Why it failed or was cancelled';
comment on column planning.run.plan is 'The plan as it is shown: sites, minutes by village, bound, who stays outside';
comment on column planning.run.progress is 'Seconds, best and bound as they came';
comment on column planning.run.study is 'The curve over numbers of sites, the price of floors, other plans that are nearly as good';
comment on column planning.run.run_file is 'Problem, hash and answer as one file, which lens compute repeats';
create index run_area on planning.run (area_code, id);

create table planning.scenario (
  id integer generated always as identity primary key,
  name text not null check (name <> ''),
  description text not null default '',
  area_code text not null,
  release integer not null,
  question jsonb not null,
  sites jsonb,
  run integer references planning.run,
  fork_of integer references planning.scenario on delete set null,
  changed_at timestamptz not null default now()
);
comment on table planning.scenario is 'A question with its answer under a name, to be compared with others';
comment on column planning.scenario.release is 'The release that it was made on';
comment on column planning.scenario.sites is 'Villages or [lon, lat] that were put by hand; null where the run says';
create index scenario_area on planning.scenario (area_code);

create table planning.plan (
  id integer generated always as identity primary key,
  name text not null check (name <> ''),
  run integer not null references planning.run,
  area_code text not null,
  post text not null check (post <> ''),
  budget_line text not null default '',
  deadline date not null,
  author text not null check (author <> ''),
  adopted_at timestamptz not null default now()
);
comment on table planning.plan is 'A run that was adopted: who answers for it and by when';
comment on column planning.plan.post is 'The post that answers for it';
comment on column planning.plan.author is 'Who adopted it, as typed: there is no log-in';
create index plan_area on planning.plan (area_code);

do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_reader') then
    grant usage on schema planning to village_lens_reader;
    grant select on all tables in schema planning to village_lens_reader;
    alter default privileges in schema planning grant select on tables to village_lens_reader;
  end if;
end $$;
