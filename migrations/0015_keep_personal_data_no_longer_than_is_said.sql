-- Removes what was kept long enough. It reads dates and ids, never a level, a note or a name, and the policies below let it remove nothing earlier.
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_keeper') then
    begin
      create role plumbline_keeper nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  begin
    grant plumbline_keeper to current_user;
  exception when insufficient_privilege or invalid_grant_operation then
    -- A superuser may have granted it already, without the right to pass it on.
    if not pg_has_role(current_user, 'plumbline_keeper', 'member') then raise insufficient_privilege; end if;
  end;
exception when insufficient_privilege then
  raise exception using errcode = 'P0001', message = format(
    'The database user %s may not create or grant the role that removes what was kept long enough. As a superuser run once: create role '
    'plumbline_keeper nologin; grant plumbline_keeper to %I; (leave out the first if it exists) and start again.', current_user, current_user);
end $$;

grant usage on schema public to plumbline_keeper;

-- Days that an organisation set itself; without a row the days of kept_days hold.
create table retention_rules (
  org_id uuid not null default current_org() references organisations on delete cascade,
  class text not null check (class in ('leavers_ratings', 'rating_history', 'audit', 'reads')),
  days integer not null check (days between 30 and 3650),
  primary key (org_id, class)
);

-- One row a round of removing: begun, worked at, ended. An event in the audit trail says the same once it ended.
create table retention_runs (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  ended_at timestamptz,
  removed jsonb not null default '{}',
  primary key (org_id, id)
);
create index retention_runs_newest on retention_runs (org_id, started_at desc);

-- Where the chain of the audit trail begins since its oldest events were removed: the last seal that went.
create table audit_starts (
  org_id uuid not null default current_org() references organisations on delete cascade,
  sequence bigint not null check (sequence > 0),
  hash bytea not null check (length(hash) = 32),
  primary key (org_id)
);
create index audit_events_retention on audit_events (org_id, at desc) where action in ('retention.ran', 'retention.audit_cut');

-- What a person says to a lead's rating of them. Rows are added and never changed; the newest is shown.
create table rating_replies (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  rating_id uuid not null,
  person_id uuid not null,
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, rating_id) references ratings (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index rating_replies_newest on rating_replies (org_id, rating_id, at desc, id desc);
create index rating_replies_person on rating_replies (org_id, person_id);

-- What everyone is shown at their first sign-in; null stands for the text that comes with the product.
alter table organisations
  add column purpose_text text check (length(purpose_text) between 1 and 4000),
  add column purpose_version integer not null default 1;
alter table memberships add column notice_seen_version integer not null default 0;

-- Whoever left has no team: so they are in no count and no list that goes by teams.
alter table people add constraint people_left check (left_on is null or team_id is null);
create index people_left on people (org_id, left_on) where left_on is not null;

create function kept_days(class text) returns integer language sql stable parallel safe as $$
  select coalesce(
    (select r.days from retention_rules r where r.org_id = current_org() and r.class = kept_days.class),
    case kept_days.class when 'leavers_ratings' then 90 when 'rating_history' then 730 when 'audit' then 400 when 'reads' then 400
      when 'invitations' then 30 when 'idempotency_keys' then 7 end)
$$;

-- What came before it may go; null for a class that is not known, so that nothing goes.
create function kept_since(class text) returns timestamptz language sql stable parallel safe
  as $$ select now() - make_interval(days => kept_days(class)) $$;

-- History is what a newer rating of the same person, skill and kind replaced before that time. Until then it still says what was so on a day that counts.
create function rating_replaced_before(person uuid, skill text, of_kind text, rated timestamptz, rating uuid, before timestamptz) returns boolean
language sql stable as $$
  select exists (select from ratings n where n.org_id = current_org() and n.person_id = person and n.skill_id = skill and n.kind = of_kind
    and (n.rated_at, n.id) > (rated, rating) and n.rated_at < before)
$$;
create function assessment_is_empty(assessment uuid) returns boolean language sql stable
  as $$ select not exists (select from ratings r where r.org_id = current_org() and r.assessment_id = assessment) $$;

-- The chain may begin after this seal: it is there with this hash, it is not the newest, and no event up to it is missing or still kept.
create function audit_may_begin_after(cut bigint, cut_hash bytea) returns boolean language sql stable as $$
  select exists (select from audit_seals s where s.org_id = current_org() and s.sequence = cut and s.hash = cut_hash)
    and exists (select from audit_heads h where h.org_id = current_org() and h.sequence > cut)
    and not exists (
      select from audit_seals s left join audit_events e on (e.org_id, e.id) = (s.org_id, s.event_id)
      where s.org_id = current_org() and s.sequence <= cut and (e.id is null or e.at >= kept_since('audit')))
$$;
create function audit_event_is_cut(event uuid) returns boolean language sql stable as $$
  select exists (select from audit_seals s join audit_starts b on b.org_id = s.org_id and s.sequence <= b.sequence
    where s.org_id = current_org() and s.event_id = event)
$$;

do $$
declare t text;
begin
  foreach t in array array['retention_rules', 'retention_runs', 'audit_starts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select on %I to plumbline_app, plumbline_keeper', t);
  end loop;
end $$;
grant insert, update, delete on retention_rules to plumbline_app;
grant insert (org_id, id), update (touched_at, ended_at, removed) on retention_runs to plumbline_keeper;
grant select on audit_starts to plumbline_sealer;
grant insert (org_id, sequence, hash), update (sequence, hash) on audit_starts to plumbline_keeper;
create policy old_enough on audit_starts as restrictive for insert
  with check (current_user <> 'plumbline_keeper' or audit_may_begin_after(sequence, hash));
create policy old_enough_again on audit_starts as restrictive for update
  with check (current_user <> 'plumbline_keeper' or audit_may_begin_after(sequence, hash));

alter table rating_replies enable row level security;
alter table rating_replies force row level security;
create policy people_within_reach on rating_replies using (
  org_id = current_org() and (
    (select current_reach()) = 'organisation' or person_id = (select current_person())
    or person_id in (select p.id from people p where p.org_id = (select current_org()) and p.team_id = any ((select current_leads())::uuid[]))))
  with check (
    org_id = current_org() and person_id = (select current_person()) and exists (
      select from ratings r where r.org_id = current_org() and r.id = rating_id and r.person_id = rating_replies.person_id and r.kind = 'lead'));
grant select, insert on rating_replies to plumbline_app;

grant select (org_id, id, team_id, left_on), delete on people to plumbline_keeper;
grant select (org_id, id, assessment_id, person_id, skill_id, kind, rated_at), delete on ratings to plumbline_keeper;
grant select (org_id, id, person_id, submitted_at), delete on assessments to plumbline_keeper;
grant select (org_id, id, at), delete on audit_events to plumbline_keeper;
grant insert (org_id, id, means, action, subject, detail) on audit_events to plumbline_keeper;
grant select, delete on audit_seals to plumbline_keeper;
grant select on audit_heads to plumbline_keeper;
grant select (org_id, account_id, key, created_at), delete on idempotency_keys to plumbline_keeper;
grant select (org_id, id, person_id, expires_at), delete on invitations to plumbline_keeper;

-- A policy for a role holds for its members as well, such as the owner of the tables: these ask who is at work.
create policy old_enough on people as restrictive for delete
  using (current_user <> 'plumbline_keeper' or left_on + (select kept_days('leavers_ratings')) <= (now() at time zone 'UTC')::date);
create policy old_enough on ratings as restrictive for delete
  using (current_user <> 'plumbline_keeper' or rating_replaced_before(person_id, skill_id, kind, rated_at, id, (select kept_since('rating_history'))));
create policy old_enough on assessments as restrictive for delete
  using (current_user <> 'plumbline_keeper' or (submitted_at < (select kept_since('rating_history')) and assessment_is_empty(id)));
create policy old_enough on audit_seals as restrictive for delete
  using (current_user <> 'plumbline_keeper' or sequence <= (select b.sequence from audit_starts b where b.org_id = current_org()));
create policy old_enough on audit_events as restrictive for delete
  using (current_user <> 'plumbline_keeper' or (at < (select kept_since('audit')) and audit_event_is_cut(id)));
create policy own_words on audit_events as restrictive for insert
  with check (current_user <> 'plumbline_keeper' or (action in ('retention.ran', 'retention.audit_cut') and means = 'retention'));
create policy not_the_keepers_words on audit_events as restrictive for insert
  with check (current_user <> 'plumbline_app' or action not in ('retention.ran', 'retention.audit_cut'));
create policy old_enough on idempotency_keys as restrictive for delete
  using (current_user <> 'plumbline_keeper' or created_at < (select kept_since('idempotency_keys')));
create policy old_enough on invitations as restrictive for delete
  using (current_user <> 'plumbline_keeper' or expires_at < (select kept_since('invitations')));

-- Who read what of whom, where that is kept.
do $$
begin
  if to_regclass('public.reads') is not null then
    grant select (org_id, id, at), delete on reads to plumbline_keeper;
    create policy old_enough on reads as restrictive for delete using (current_user <> 'plumbline_keeper' or at < (select kept_since('reads')));
  end if;
end $$;
