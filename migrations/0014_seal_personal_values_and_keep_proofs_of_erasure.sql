-- With what the personal values of a person are sealed in the audit trail. Without the key nobody can read them any more, and the chain stays whole.
create table person_keys (
  org_id uuid not null default current_org() references organisations on delete cascade,
  person_id uuid not null,
  key bytea not null check (length(key) = 32),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);

-- That someone was erased, and what went and stayed in numbers. Nothing in it says who they were.
create table erasures (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null unique,
  at timestamptz not null default now(),
  removed jsonb not null,
  kept jsonb not null,
  key_fingerprint text check (key_fingerprint ~ '^[0-9a-f]{64}$'),
  audit_event_id uuid not null,
  primary key (org_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['person_keys', 'erasures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert on %I to plumbline_app', t);
  end loop;
end $$;
grant delete on person_keys to plumbline_app;

-- Whoever holds a proof may hold it against what is kept, from wherever they are.
create policy proof on erasures for select using (id = nullif(current_setting('plumbline.erasure', true), '')::uuid);

-- What stays of someone's work stays without them. Before, it kept the id of whoever had been removed; the owner of the tables, for
-- whom their policies hold as well, has to see every organisation to take those away.
alter table people no force row level security;
alter table assessments no force row level security;
alter table practice_answers no force row level security;
alter table hiring_reports no force row level security;
alter table organisation_frameworks no force row level security;
alter table framework_drafts no force row level security;

update assessments a set submitted_by = null
  where submitted_by is not null and not exists (select from people p where (p.org_id, p.id) = (a.org_id, a.submitted_by));
update practice_answers a set answered_by = null
  where answered_by is not null and not exists (select from people p where (p.org_id, p.id) = (a.org_id, a.answered_by));
update hiring_reports r set created_by = null
  where created_by is not null and not exists (select from people p where (p.org_id, p.id) = (r.org_id, r.created_by));
update organisation_frameworks f set published_by = null
  where published_by is not null and not exists (select from people p where (p.org_id, p.id) = (f.org_id, f.published_by));
update framework_drafts d set updated_by = null
  where updated_by is not null and not exists (select from people p where (p.org_id, p.id) = (d.org_id, d.updated_by));

alter table assessments
  add constraint assessments_author foreign key (org_id, submitted_by) references people (org_id, id) on delete set null (submitted_by);
alter table practice_answers
  add constraint practice_answers_author foreign key (org_id, answered_by) references people (org_id, id) on delete set null (answered_by);
alter table hiring_reports
  add constraint hiring_reports_author foreign key (org_id, created_by) references people (org_id, id) on delete set null (created_by);
alter table organisation_frameworks
  add constraint organisation_frameworks_author foreign key (org_id, published_by) references people (org_id, id) on delete set null (published_by);
alter table framework_drafts
  add constraint framework_drafts_author foreign key (org_id, updated_by) references people (org_id, id) on delete set null (updated_by);
create index assessments_author on assessments (org_id, submitted_by);
create index practice_answers_author on practice_answers (org_id, answered_by);
create index hiring_reports_author on hiring_reports (org_id, created_by);

alter table people force row level security;
alter table assessments force row level security;
alter table practice_answers force row level security;
alter table hiring_reports force row level security;
alter table organisation_frameworks force row level security;
alter table framework_drafts force row level security;
