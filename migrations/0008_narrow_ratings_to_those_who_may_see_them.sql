-- How a session was opened, and what its owner opens other people's data for.
alter table sessions
  add column method text not null default 'password' check (method in ('password', 'passkey', 'provider', 'link', 'visit')),
  add column second_factor boolean not null default false,
  add column purpose text check (purpose in ('development', 'staffing', 'hiring'));

-- With what the people of an organisation have to sign in.
alter table organisations
  add column sign_in_rule text not null default 'any' check (sign_in_rule in ('any', 'second_factor', 'provider'));

-- A lead may be one for a time: whole days in UTC, both included.
alter table leads
  add column from_day date,
  add column until_day date,
  add constraint leads_days check (from_day is null or until_day is null or until_day >= from_day);

-- Someone who left keeps no account, team or lead; what was rated stays until its time is over.
alter table people add column left_on date;

-- How far a transaction sees into people's ratings: `organisation` (admins, upkeep), or itself and the teams that it leads.
create function current_reach() returns text language sql stable parallel safe
  as $$ select current_setting('plumbline.reach', true) $$;
create function current_leads() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('plumbline.leads', true), ''), ',')::uuid[] $$;

do $$
declare t text;
begin
  foreach t in array array['assessments', 'ratings', 'person_levels'] loop
    execute format('drop policy organisation on %I', t);
    execute format($policy$
      create policy people_within_reach on %I using (
        org_id = current_org() and (
          (select current_reach()) = 'organisation' or person_id = (select current_person())
          or person_id in (select p.id from people p where p.org_id = (select current_org()) and p.team_id = any ((select current_leads())::uuid[]))))
    $policy$, t);
  end loop;
end $$;

drop policy organisation on team_counts;
create policy teams_within_reach on team_counts using (
  org_id = current_org() and ((select current_reach()) = 'organisation' or team_id = any ((select current_leads())::uuid[])));

/*
Finds whom an account acts for and makes it hold for the rest of the transaction. Leads of a team lead all below it, on the days that they are.
With `organisation` it is that one or none; without, the first that the account joined.
*/
drop function enter_organisation(uuid);
create function enter_organisation(account uuid, organisation uuid default null)
returns table (org_id uuid, person_id uuid, role text, leads uuid[])
language plpgsql as $$
begin
  select m.org_id, m.person_id, m.role into org_id, person_id, role
    from memberships m where m.account_id = account and (organisation is null or m.org_id = organisation)
    order by m.created_at, m.org_id limit 1;
  if not found then return; end if;
  perform set_config('plumbline.org', enter_organisation.org_id::text, true),
          set_config('plumbline.person', coalesce(enter_organisation.person_id::text, ''), true);
  with recursive led as (
    select l.team_id from leads l
      where l.org_id = enter_organisation.org_id and l.person_id = enter_organisation.person_id
        and (now() at time zone 'UTC')::date between coalesce(l.from_day, '-infinity') and coalesce(l.until_day, 'infinity')
    union
    select t.id from teams t join led on t.org_id = enter_organisation.org_id and t.parent_id = led.team_id
  )
  select coalesce(array_agg(team_id), '{}') into leads from led;
  perform set_config('plumbline.reach', case when enter_organisation.role = 'admin' then 'organisation' else 'teams' end, true),
          set_config('plumbline.leads', array_to_string(enter_organisation.leads, ','), true);
  return next;
end $$;
grant execute on function enter_organisation(uuid, uuid) to plumbline_app;
