-- What changed the system, in order: each entry names what was done, and its hash holds that of the entry before.

create schema audit;
comment on schema audit is 'What changed the system; nothing personal';

create table audit.entry (
  seq bigint primary key check (seq > 0),
  event text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
comment on table audit.entry is 'Entries are added in the transaction of the change, and never changed';
comment on column audit.entry.seq is 'Counts from 1 without a gap; the order, whatever the clock says';
comment on column audit.entry.event is 'Canonical JSON (RFC 8785) of seq, at, action, object, before, after';
comment on column audit.entry.hash is 'SHA-256, as hex, of the hash of the entry before, a line feed and event; 64 zeros stand before the first';

create function audit.keep_entries() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit log are never changed or removed'
    using errcode = 'object_not_in_prerequisite_state';
end $$;
comment on function audit.keep_entries() is 'Refuses every change of an entry';
create trigger keep_entries before update or delete on audit.entry
  for each row execute function audit.keep_entries();
create trigger keep_table before truncate on audit.entry
  for each statement execute function audit.keep_entries();
