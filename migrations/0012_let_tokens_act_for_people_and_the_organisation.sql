-- What programs act with: tokens of a person, and of the organisation itself. Only a hash of each is kept.
create table tokens (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  -- Whose rights it has; null is a token of the organisation. It ends with its owner's membership.
  owner_id uuid,
  -- Null once its maker has left; the audit trail says who it was.
  made_by uuid,
  name text not null check (length(name) between 1 and 120),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) between 1 and 40),
  purpose text not null check (purpose in ('development', 'staffing', 'hiring')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references memberships (org_id, account_id) on delete cascade,
  foreign key (org_id, made_by) references memberships (org_id, account_id) on delete set null (made_by),
  check (owner_id is null or owner_id = made_by),
  -- 366 days, in hours: a day of summer time is shorter or longer.
  check (expires_at > created_at and expires_at <= created_at + interval '8784 hours'),
  -- What says something of single people's levels is read by people: no token of an organisation may.
  constraint tokens_of_organisations_read_no_levels check (
    owner_id is not null
    or not scopes && array['ratings:read', 'heatmap:read', 'overview:read', 'hiring:read', 'hiring:write', 'audit:read'])
);
create index tokens_owner on tokens (org_id, owner_id, id desc);

alter table tokens enable row level security;
alter table tokens force row level security;
create policy organisation on tokens using (org_id = current_org()) with check (org_id = current_org());
-- Whoever holds a token's secret finds out which organisation it is for, and nothing else.
create policy held on tokens for select using (token_hash = nullif(current_setting('plumbline.token', true), ''));
grant select, insert, delete on tokens to plumbline_app;
grant update (last_used_at, revoked_at) on tokens to plumbline_app;

-- A token's means is `token:` and its id.
alter table audit_events drop constraint audit_events_means_check, add constraint audit_events_means_check check (length(means) between 1 and 60);
