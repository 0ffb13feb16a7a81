-- Nothing that is published can be changed, whoever asks: a published release may be withdrawn, and that is all.

create function release.keep_published() returns trigger language plpgsql as $$
declare
  expected release.release;
begin
  if old.state not in ('published', 'withdrawn') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'withdrawn' then
    expected := old;
    expected.state := 'withdrawn';
    expected.withdrawn_at := new.withdrawn_at;
    if new is not distinct from expected and new.withdrawn_at is not null then
      return new;
    end if;
  end if;
  raise exception 'release % is %: it cannot be changed, only withdrawn', old.number, old.state
    using errcode = 'object_not_in_prerequisite_state';
end $$;
comment on function release.keep_published() is 'Refuses every change of a published or withdrawn release but its withdrawal';
create trigger keep_published before update or delete on release.release
  for each row execute function release.keep_published();

create function release.keep_published_rows() returns trigger language plpgsql as $$
declare
  one record;
begin
  -- The lock waits for who publishes in this moment; what is read then is what he left.
  for one in
    select number, state from release.release
    where number in (select release from changed) order by number for share
  loop
    if one.state in ('published', 'withdrawn') then
      raise exception 'release % is %: its rows of %.% cannot be changed', one.number, one.state, tg_table_schema, tg_table_name
        using errcode = 'object_not_in_prerequisite_state';
    end if;
  end loop;
  return null;
end $$;
comment on function release.keep_published_rows() is 'Refuses every change of the rows of a published or withdrawn release';

create function release.keep_content() returns trigger language plpgsql as $$
begin
  raise exception 'column data is named by its content: % cannot be changed', old.content_hash
    using errcode = 'object_not_in_prerequisite_state';
end $$;
comment on function release.keep_content() is 'Refuses to change the data of a column, which its hash names';
create trigger keep_content before update on release.column_data
  for each row execute function release.keep_content();

create function release.keep_tables() returns trigger language plpgsql as $$
begin
  if exists (select from release.release where state in ('published', 'withdrawn')) then
    raise exception '%.% holds what is published: it cannot be emptied', tg_table_schema, tg_table_name
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $$;
comment on function release.keep_tables() is 'Refuses to empty a table of releases while one is published or withdrawn';

do $$
declare
  name text;
begin
  foreach name in array array['column', 'lineage'] loop
    execute format('create trigger keep_published_insert after insert on release.%I referencing new table as changed
      for each statement execute function release.keep_published_rows()', name);
    execute format('create trigger keep_published_delete after delete on release.%I referencing old table as changed
      for each statement execute function release.keep_published_rows()', name);
    -- A row may neither leave a published release nor come into one.
    execute format('create trigger keep_published_update_from after update on release.%I referencing old table as changed
      for each statement execute function release.keep_published_rows()', name);
    execute format('create trigger keep_published_update_to after update on release.%I referencing new table as changed
      for each statement execute function release.keep_published_rows()', name);
  end loop;
  foreach name in array array['release', 'column', 'lineage', 'column_data'] loop
    execute format('create trigger keep_tables before truncate on release.%I
      for each statement execute function release.keep_tables()', name);
  end loop;
end $$;
