-- restore: by a link that was made on the server itself. proved_at: when its owner last showed again that it is them.
alter table sessions drop constraint sessions_method_check;
alter table sessions
  add constraint sessions_method_check check (method in ('password', 'passkey', 'provider', 'link', 'visit', 'restore')),
  add column proved_at timestamptz;

-- One for each account; its secret is encrypted. last_step is the 30 seconds whose code was used last: none up to it works again.
create table authenticator_apps (
  account_id uuid primary key references accounts on delete cascade,
  secret text not null,
  last_step bigint not null default 0,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  public_key text not null,
  rp_id text not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_account on passkeys (account_id);

-- Hashes; a code that was used is deleted.
create table recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  code_hash text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, code_hash)
);

-- Whoever showed the first factor and still owes the second. The secret is in a cookie of their browser.
create table sign_in_steps (
  id uuid primary key,
  secret_hash text not null unique,
  account_id uuid not null references accounts on delete cascade,
  method text not null check (method in ('password', 'link')),
  expires_at timestamptz not null
);
create index sign_in_steps_account on sign_in_steps (account_id);
create index sign_in_steps_end on sign_in_steps (expires_at);

-- What a passkey is to sign, once: for a browser that signs in (by its cookie, perhaps as the second step), or for a session.
create table passkey_challenges (
  id uuid primary key,
  challenge text not null unique,
  purpose text not null check (purpose in ('sign_in', 'add', 'prove')),
  browser_hash text unique,
  step_id uuid references sign_in_steps on delete cascade,
  session_id uuid references sessions on delete cascade,
  expires_at timestamptz not null,
  check ((purpose = 'sign_in') = (browser_hash is not null)),
  check ((purpose = 'sign_in') = (session_id is null)),
  check (step_id is null or purpose = 'sign_in')
);
create index passkey_challenges_step on passkey_challenges (step_id);
create index passkey_challenges_session on passkey_challenges (session_id);
create index passkey_challenges_end on passkey_challenges (expires_at);

grant select, insert, update, delete on authenticator_apps, passkeys, recovery_codes, sign_in_steps, passkey_challenges to plumbline_identity;

-- Read after enter_organisation in the same statement, so it has to look when it is called.
create function sign_in_rule_of(organisation uuid) returns text language sql volatile
  as $$ select sign_in_rule from organisations where id = organisation $$;
