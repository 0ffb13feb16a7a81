-- The areas above every village of the register, on the boundaries in force; old codes are led on by geo.lineage.
drop view if exists register.village_ancestor;
create view register.village_ancestor as
with recursive version as (
  select max(id) as id from geo.boundary_version
), chain (village_code, code, depth) as (
  select village_code, village_code, 0 from (select distinct village_code from register.household) v
  union all
  select c.village_code, coalesce(a.parent_code, l.to_code), c.depth + 1
  from chain c
  left join geo.area a on a.boundary_version = (select id from version) and a.code = c.code
  left join lateral (
    select to_code from geo.lineage where from_code = c.code and a.code is null order by share desc, to_code limit 1
  ) l on true
  where coalesce(a.parent_code, l.to_code) is not null and c.depth < 16
)
select c.village_code, a.level, a.code as area_code, c.depth
from chain c
join geo.area a on a.boundary_version = (select id from version) and a.code = c.code;
comment on view register.village_ancestor is 'Village code of the register, and every area it lies in, itself included; depth grows upwards';
