-- Runs of the solver belong to a server that says now and then that it is still there, so that several share a database.

alter table planning.run add column holder text;
alter table planning.run add column seen_at timestamptz;
alter table planning.run add column wish text check (wish in ('stop', 'cancel'));
comment on column planning.run.holder is 'The server that has the run; null of one that was kept before there were holders';
comment on column planning.run.seen_at is 'When that server last said that it works on it; a run that is not done and was not seen for a minute has failed';
comment on column planning.run.wish is 'What somebody asked of another server: to end it with the best plan so far, or to cancel it';
create index run_unfinished on planning.run (seen_at) where state in ('queued', 'running');
