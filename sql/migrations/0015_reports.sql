-- Reports by the public: what is wrong or missing somewhere, who has to answer, and what came of it. And for staff, why a figure
-- is not public.

create schema report;
comment on schema report is 'What the public reports about figures and places, and the answers of offices';

create table report.office (
  id integer generated always as identity primary key,
  area_code text not null unique,
  names jsonb not null,
  answer_days integer not null default 15 check (answer_days between 1 and 365)
);
comment on table report.office is 'Who answers reports about an area and all in it that has no office of its own';

create table report.report (
  id integer generated always as identity primary key,
  year integer not null,
  serial integer not null check (serial > 0),
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  kind text not null check (kind in ('figure', 'place')),
  subject text check (subject in ('water', 'road', 'housing', 'school', 'health', 'help', 'other')),
  area_code text not null,
  area_names jsonb not null,
  indicator text,
  period text,
  shown jsonb,
  release integer,
  words text not null check (char_length(words) between 2 and 2000),
  contact text check (char_length(contact) <= 200),
  language text not null,
  is_proven boolean not null,
  state text not null default 'received' check (state in ('received', 'forwarded', 'answered', 'closed', 'reopened')),
  office integer references report.office,
  received_at timestamptz not null default now(),
  due_on date not null,
  answer text,
  answered_at timestamptz,
  are_words_public boolean not null default false,
  unique (year, serial),
  check ((kind = 'figure') = (indicator is not null and period is not null and shown is not null)),
  check ((kind = 'place') = (subject is not null)),
  check (state <> 'answered' or answer is not null)
);
comment on table report.report is 'One report; who sent it is not known, but for what stands in contact';
comment on column report.report.serial is 'Counts from 1 in every year; both make the number that people read, with a check letter';
comment on column report.report.secret_hash is 'SHA-256 of the secret of the link that the sender keeps';
comment on column report.report.shown is 'The figure as its pages showed it, by language';
comment on column report.report.words is 'What was written; public only where are_words_public';
comment on column report.report.contact is 'How the sender can be asked back; never public';
comment on column report.report.is_proven is 'Whether the device of the sender did work for it, which a machine that sends many would have to do for each';
comment on column report.report.due_on is 'Last day for an answer, counted from when it came or was reopened';
create index report_area on report.report (area_code);
create index report_open on report.report (due_on) where state in ('received', 'forwarded', 'reopened');

create table report.step (
  id integer generated always as identity primary key,
  report integer not null references report.report on delete cascade,
  step text not null check (step in ('receive', 'forward', 'answer', 'close', 'reopen')),
  office integer references report.office,
  note text check (char_length(note) <= 2000),
  at timestamptz not null default now()
);
comment on table report.step is 'What happened to a report and when';
comment on column report.step.note is 'For staff: what was written with the step; of an answer its text at that time';
create index step_report on report.step (report, id);

create table report.photo (
  report integer primary key references report.report on delete cascade,
  media text not null check (media in ('image/jpeg', 'image/png', 'image/webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  orientation integer not null check (orientation between 1 and 8),
  bytes bytea not null check (octet_length(bytes) <= 5242880),
  state text not null default 'held' check (state in ('held', 'released', 'refused'))
);
comment on table report.photo is 'The photo of a report without anything that a camera or program writes into it; public only where released';
comment on column report.photo.orientation is 'How it is turned to be upright, 1 to 8 as in EXIF';

create view report.public_report as
select r.id, r.year, r.serial, r.kind, r.subject, r.area_code, r.area_names, r.indicator, r.period, r.shown, r.state,
  o.names as office_names, r.received_at, r.due_on, r.answer, r.answered_at,
  case when r.are_words_public then r.words end as words,
  p.width, p.height, p.orientation
from report.report r
left join report.office o on o.id = r.office
left join report.photo p on p.report = r.id and p.state = 'released';
comment on view report.public_report is 'What everybody may see of reports: never contact or secret, words and photo only once they are released';

create view report.public_step as
select s.report, s.id, s.step, s.at, o.names as office_names
from report.step s left join report.office o on o.id = s.office;
comment on view report.public_step is 'What happened to reports, without notes';

create view report.public_photo as
select report, media, bytes from report.photo where state = 'released';
comment on view report.public_photo is 'Photos that are released';

create view report.public_office as
select area_code, names, answer_days from report.office;
comment on view report.public_office is 'Who answers for which area';

do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant usage on schema report to village_lens_public;
    grant select on report.public_report, report.public_step, report.public_photo, report.public_office
      to village_lens_public;
  end if;
end $$;

create table release.withheld (
  release integer not null references release.release on delete cascade,
  level text not null,
  indicator text not null,
  period text not null,
  reasons bytea not null,
  primary key (release, level, indicator, period)
);
comment on table release.withheld is 'Why figures of a release are not public; for staff alone, never for the public role';
comment on column release.withheld.reasons is 'A byte by idx, deflated: 0 shown or without a figure, 1 the level, 2 a rule, 3 to protect others';
