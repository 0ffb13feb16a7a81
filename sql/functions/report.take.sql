-- Counts one thing against the bucket of a sender, in all servers together; the seconds to wait where it is empty, else 0.
drop function if exists report.take(bytea, double precision, double precision);
create function report.take(of_sender bytea, burst double precision, per_hour double precision)
returns double precision
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  filled double precision;
begin
  -- A bucket that nobody has used for an hour is full.
  delete from report.rate r where r.at < clock_timestamp() - interval '1 hour';
  insert into report.rate (sender, tokens, at) values (of_sender, burst, clock_timestamp()) on conflict do nothing;
  select least(burst, r.tokens + extract(epoch from clock_timestamp() - r.at) / 3600 * per_hour) into filled
    from report.rate r where r.sender = of_sender for update;
  update report.rate r set tokens = case when filled < 1 then filled else filled - 1 end, at = clock_timestamp()
    where r.sender = of_sender;
  return case when filled < 1 then (1 - filled) / per_hour * 3600 else 0 end;
end $$;
comment on function report.take(bytea, double precision, double precision) is 'Counts a report against the bucket of a sender; seconds to wait, 0 where it is taken';

revoke all on function report.take(bytea, double precision, double precision) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'village_lens_public') then
    grant execute on function report.take(bytea, double precision, double precision) to village_lens_public;
  end if;
end $$;
