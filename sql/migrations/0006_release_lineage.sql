-- A release keeps what it knew of boundary changes, so that it can say for ever which areas its figures were recomputed from.

create table release.lineage (
  release integer not null references release.release,
  to_code text not null,
  from_code text not null,
  share float8 not null check (share > 0 and share <= 1),
  kind text not null check (kind in ('merged', 'split', 'renamed', 'recoded')),
  since text not null,
  primary key (release, to_code, from_code)
);
comment on table release.lineage is 'geo.lineage as it was when the release was made';

insert into release.lineage (release, to_code, from_code, share, kind, since)
select r.number, l.to_code, l.from_code, l.share, l.kind, l.since from release.release r cross join geo.lineage l;
