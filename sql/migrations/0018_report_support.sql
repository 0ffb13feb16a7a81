-- "Mine too" on reports, and the limits on how many are sent, which all portal servers of one database share.

create table report.support (
  report integer not null references report.report on delete cascade,
  browser bytea not null check (octet_length(browser) = 32),
  primary key (report, browser)
);
comment on table report.support is 'Browsers in which somebody said that a report is theirs too, each counted once';
comment on column report.support.browser is 'Keyed hash of the report and of what tells a browser from others: nobody can tell whose it is, nor follow it from one report to another';

create or replace view report.public_report as
select r.id, r.year, r.serial, r.kind, r.subject, r.area_code, r.area_names, r.indicator, r.period, r.shown, r.state,
  o.names as office_names, r.received_at, r.due_on, r.answer, r.answered_at,
  case when r.are_words_public then r.words end as words,
  p.width, p.height, p.orientation,
  (select count(*)::integer from report.support s where s.report = r.id) as supporters
from report.report r
left join report.office o on o.id = r.office
left join report.photo p on p.report = r.id and p.state = 'released';

create table report.key (
  is_only boolean primary key default true check (is_only),
  bytes bytea not null check (octet_length(bytes) = 32)
);
comment on table report.key is 'One key, by which servers sign what a sender''s device works on and hash addresses';
insert into report.key (bytes)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- What is lost when the server of the database is killed is no more than half an hour of counting.
create unlogged table report.rate (
  sender bytea primary key check (octet_length(sender) = 32),
  tokens double precision not null,
  at timestamptz not null
);
comment on table report.rate is 'How many reports a sender may still send, as a bucket that fills by the hour';
comment on column report.rate.sender is 'Keyed hash of the address';
create index rate_at on report.rate (at);

create unlogged table report.used_work (
  challenge bytea primary key check (octet_length(challenge) = 32),
  at timestamptz not null default now()
);
comment on table report.used_work is 'Work that was handed in, by the hash of its challenge: each is good for one report';
create index used_work_at on report.used_work (at);
