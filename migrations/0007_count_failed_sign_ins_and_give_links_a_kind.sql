-- Tries to sign in, per account (a keyed hash of the e-mail address given, whether there is such an account or not) and per client address.
create table sign_in_tries (
  subject text primary key,
  failures integer not null check (failures >= 0),
  window_start timestamptz not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_tries_last on sign_in_tries (last_at);
grant select, insert, update, delete on sign_in_tries to plumbline_identity;

-- join: an account is made or linked. reset: an admin's new link for someone who has one. restore: the same, made on the server itself.
alter table invitations add column kind text not null default 'join' check (kind in ('join', 'reset', 'restore'));
