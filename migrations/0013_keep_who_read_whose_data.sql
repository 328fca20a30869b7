-- Who opened what is held on other people, when and what for. Written in the transaction of the answer, and never changed.
create table reads (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  at timestamptz not null default now(),
  hour timestamptz not null default date_trunc('hour', now(), 'UTC'),
  account_id uuid not null,
  person_id uuid,
  means text not null check (length(means) between 1 and 60),
  session_id uuid,
  purpose text check (purpose in ('development', 'staffing', 'hiring')),
  what text not null check (what ~ '^[a-z_]{1,40}$'),
  subject text not null check (length(subject) between 1 and 120),
  detail jsonb not null default '{}',
  people uuid[] not null check (cardinality(people) > 0),
  -- Of reader, session, purpose, what, subject and people: the same again within the hour is the same read.
  digest bytea not null check (length(digest) = 32),
  primary key (org_id, id)
);
-- Ids do not compress; trying to would be most of what a large read costs.
alter table reads alter column people set storage external;
create unique index reads_once on reads (org_id, hour, digest);
create index reads_people on reads using gin (people);
create index reads_reader on reads (org_id, account_id);

alter table reads enable row level security;
alter table reads force row level security;
-- No one writes a read in another's name, and the time is the database's to say.
create policy written_by_the_reader on reads for insert to plumbline_app
  with check (org_id = current_org() and account_id = (select current_account()));
-- Both arms have an index: of a long record only the own part is looked at. An admin sees no more here than anyone else.
create policy seen_by_reader_and_read on reads for select to plumbline_app
  using (org_id = current_org() and (account_id = (select current_account()) or people @> array[(select current_person())]));
create policy upkeep on reads for select to plumbline_operator using (org_id = current_org() and (select current_reach()) = 'organisation');
grant select, insert (org_id, id, account_id, person_id, means, session_id, purpose, what, subject, detail, people, digest) on reads to plumbline_app;
grant select on reads to plumbline_operator;
