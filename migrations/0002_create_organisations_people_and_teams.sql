create function current_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('plumbline.org', true), '')::uuid $$;
create function current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('plumbline.person', true), '')::uuid $$;
create function current_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('plumbline.account', true), '')::uuid $$;

create table frameworks (
  version text primary key,
  content jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null default now()
);
-- One identity across all versions; a position is only ever appended, for it indexes the stored level arrays.
create table skills (id text primary key, position smallint not null unique check (position >= 0));
create table roles (id text primary key);
create table practices (id text primary key, area text not null);
grant select, insert on frameworks, skills, roles, practices to plumbline_app;
grant update (content, content_hash, loaded_at) on frameworks to plumbline_app;

create table organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  framework_version text not null references frameworks,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table teams (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, parent_id) references teams (org_id, id) deferrable initially deferred,
  check (parent_id <> id)
);
create unique index teams_name on teams (org_id, lower(name));
create index teams_parent on teams (org_id, parent_id);

create table people (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  team_id uuid,
  role_id text references roles,
  seniority text not null default 'mid' check (seniority in ('entry', 'mid', 'senior', 'architect')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, team_id) references teams (org_id, id) deferrable initially deferred
);
create unique index people_email on people (org_id, email);
create index people_team on people (org_id, team_id);
create index people_name on people (org_id, lower(name), id);

create table leads (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  person_id uuid not null,
  primary key (org_id, team_id, person_id),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index leads_person on leads (org_id, person_id);

create table memberships (
  org_id uuid not null default current_org() references organisations on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  person_id uuid,
  role text not null check (role in ('admin', 'member', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (org_id, account_id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index memberships_account on memberships (account_id);

create table invitations (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create unique index invitations_person on invitations (org_id, person_id);

create table audit_events (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  person_id uuid,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  primary key (org_id, id)
);

create table idempotency_keys (
  org_id uuid not null default current_org() references organisations on delete cascade,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  request_hash text not null,
  status smallint not null,
  body json,
  created_at timestamptz not null default now(),
  primary key (org_id, account_id, key)
);

do $$
declare t text;
begin
  foreach t in array array['teams', 'people', 'leads', 'memberships', 'invitations', 'audit_events', 'idempotency_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert, update, delete on %I to plumbline_app', t);
  end loop;
end $$;
revoke update, delete on audit_events from plumbline_app;

alter table organisations enable row level security;
alter table organisations force row level security;
create policy organisation on organisations using (id = current_org()) with check (id = current_org());
grant select, insert, update, delete on organisations to plumbline_app;
-- Upkeep may list which organisations there are, and reads no row of theirs.
create policy upkeep on organisations for select to plumbline_operator using (true);
grant select (id) on organisations to plumbline_operator;

-- Someone who signs in may find out which organisation they belong to, and nothing else.
create policy own_account on memberships for select using (account_id = current_account());

-- Whoever holds an invitation's secret may open it before they belong anywhere.
create policy invited on invitations for select using (token_hash = nullif(current_setting('plumbline.invitation', true), ''));

/* Finds whom an account acts for and makes it hold for the rest of the transaction. Leads of a team lead all below it. */
create function enter_organisation(account uuid) returns table (org_id uuid, person_id uuid, role text, leads uuid[])
language plpgsql as $$
begin
  select m.org_id, m.person_id, m.role into org_id, person_id, role
    from memberships m where m.account_id = account order by m.created_at, m.org_id limit 1;
  if not found then return; end if;
  perform set_config('plumbline.org', enter_organisation.org_id::text, true),
          set_config('plumbline.person', coalesce(enter_organisation.person_id::text, ''), true);
  with recursive led as (
    select l.team_id from leads l where l.org_id = enter_organisation.org_id and l.person_id = enter_organisation.person_id
    union
    select t.id from teams t join led on t.org_id = enter_organisation.org_id and t.parent_id = led.team_id
  )
  select coalesce(array_agg(team_id), '{}') into leads from led;
  return next;
end $$;
grant execute on function enter_organisation(uuid) to plumbline_app;
