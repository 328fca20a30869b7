-- The server works as plumbline_app, sign-in as plumbline_identity, upkeep over all organisations begins as plumbline_operator.
-- None of them owns a table or bypasses row-level security.
do $$
declare
  name text;
  all_roles constant text[] := array['plumbline_app', 'plumbline_identity', 'plumbline_operator'];
begin
  foreach name in array all_roles loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    begin
      execute format('grant %I to current_user', name);
    exception when insufficient_privilege or invalid_grant_operation then
      -- A superuser may have granted it already, without the right to pass it on.
      if not pg_has_role(current_user, name, 'member') then raise insufficient_privilege; end if;
    end;
  end loop;
exception when insufficient_privilege then
  raise exception using errcode = 'P0001', message = format(
    'The database user %s may not create or grant the roles that Plumbline works as. As a superuser run once: create role plumbline_app nologin; '
    'create role plumbline_identity nologin; create role plumbline_operator nologin; grant plumbline_app, plumbline_identity, plumbline_operator to %I; '
    '(leave out those that exist) and start again.', current_user, current_user);
end $$;

grant usage on schema public to plumbline_app, plumbline_identity, plumbline_operator;

create table accounts (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_account on sessions (account_id);

create table credentials (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_account_id)
);
create index credentials_account on credentials (account_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

grant select, insert, update, delete on accounts, sessions, credentials, verifications to plumbline_identity;

create table installation (
  only_row boolean primary key default true check (only_row),
  first_run_hash text,
  started_at timestamptz,
  demo_org_id uuid
);
insert into installation default values;
grant select, update on installation to plumbline_app;
