-- What whoever has the secret of a report sees beside the public page: the own words, and what became of the photo. Never the contact.
drop function if exists report.own_report(bytea);
create function report.own_report(of_hash bytea)
returns table (year integer, serial integer, words text, photo text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.year, r.serial, r.words, p.state from report.report r left join report.photo p on p.report = r.id
  where r.secret_hash = of_hash
$$;
comment on function report.own_report(bytea) is 'The report of a secret, by its SHA-256';

revoke all on function report.own_report(bytea) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.own_report(bytea) to village_lens_public;
  end if;
end $$;
