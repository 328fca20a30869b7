-- A way to a provider and back: bound to one browser, one provider and ten minutes, and taken once. Only hashes of its secrets' outer halves are kept.
create table provider_flows (
  state_hash text primary key,
  browser_hash text not null,
  provider text not null,
  purpose text not null check (purpose in ('sign_in', 'join', 'link')),
  nonce text not null,
  verifier text not null,
  then_path text not null check (then_path like '/%'),
  invitation_hash text check ((invitation_hash is not null) = (purpose = 'join')),
  -- The session that links: when it ends, so does this.
  session_id uuid references sessions on delete cascade check ((session_id is not null) = (purpose = 'link')),
  expires_at timestamptz not null
);
create index provider_flows_expiry on provider_flows (expires_at);
create index provider_flows_session on provider_flows (session_id);
grant select, insert, update, delete on provider_flows to plumbline_identity;

-- An account has one subject of an issuer; that a subject has one account is held already.
create unique index credentials_one_subject_of_an_issuer on credentials (account_id, provider_id) where provider_id like 'oidc:%';

-- Links that an account's owner asked for. They are kept for a day, so that they can be counted.
create table account_links (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('reset', 'email')),
  token_hash text not null unique,
  -- The address that is to be confirmed, and the session that stays when it is.
  email text check ((email is not null) = (kind = 'email') and email = lower(email)),
  session_id uuid references sessions on delete set null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index account_links_account on account_links (account_id, created_at);
create index account_links_session on account_links (session_id);
create index account_links_age on account_links (created_at);
grant select, insert, update, delete on account_links to plumbline_identity;
