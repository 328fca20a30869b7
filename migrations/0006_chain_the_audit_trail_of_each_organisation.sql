-- Seals chain the audit events of an organisation. Only this role adds them; nothing changes or deletes one.
do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_sealer') then
    begin
      create role plumbline_sealer nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  begin
    grant plumbline_sealer to current_user;
  exception when insufficient_privilege or invalid_grant_operation then
    -- A superuser may have granted it already, without the right to pass it on.
    if not pg_has_role(current_user, 'plumbline_sealer', 'member') then raise insufficient_privilege; end if;
  end;
exception when insufficient_privilege then
  raise exception using errcode = 'P0001', message = format(
    'The database user %s may not create or grant the role that seals the audit trail. As a superuser run once: create role plumbline_sealer nologin; '
    'grant plumbline_sealer to %I; (leave out the first if it exists) and start again.', current_user, current_user);
end $$;

grant usage on schema public to plumbline_sealer;

-- The transaction that wrote the event: what no open transaction can come before any more may be sealed.
alter table audit_events
  add column inserted_xid xid8 not null default pg_current_xact_id(),
  add column means text not null default 'session' check (length(means) between 1 and 40);
create index audit_events_newest on audit_events (org_id, at desc, id desc);
create index audit_events_unsealed on audit_events (org_id, inserted_xid, id);
-- Which transaction wrote an event is the database's to say.
revoke insert on audit_events from plumbline_app;
grant insert (org_id, id, at, account_id, person_id, means, action, subject, detail) on audit_events to plumbline_app;
grant select on audit_events to plumbline_sealer;

create table audit_seals (
  org_id uuid not null default current_org() references organisations on delete cascade,
  sequence bigint not null check (sequence > 0),
  event_id uuid not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (org_id, sequence),
  unique (org_id, event_id),
  -- Looked at last, so that a whole organisation can go with its trail, and never an event alone.
  foreign key (org_id, event_id) references audit_events (org_id, id) deferrable initially deferred
);

-- The newest seal, kept apart so that a trail whose end was cut off does not look whole.
create table audit_heads (
  org_id uuid not null default current_org() references organisations on delete cascade,
  sequence bigint not null check (sequence > 0),
  hash bytea not null check (length(hash) = 32),
  primary key (org_id)
);

do $$
declare t text;
begin
  foreach t in array array['audit_seals', 'audit_heads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select on %I to plumbline_app', t);
    execute format('grant select, insert on %I to plumbline_sealer', t);
  end loop;
end $$;
grant update (sequence, hash) on audit_heads to plumbline_sealer;
