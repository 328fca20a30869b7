-- History of a checklist: the newest revision of a practice is what stands.
create table practice_answers (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  practice_id text not null references practices,
  revision integer not null check (revision > 0),
  answer text not null check (answer in ('none', 'some', 'most', 'all', 'not_applicable')),
  evidence text check (length(evidence) <= 2000),
  note text check (length(note) <= 2000),
  answered_by uuid,
  answered_at timestamptz not null default now(),
  primary key (org_id, team_id, practice_id, revision),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade
);

-- What a team needs at least: n people in a role. Without a row, those who are there.
create table role_demands (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  role_id text not null references roles,
  seniority text not null default 'mid' check (seniority in ('entry', 'mid', 'senior', 'architect')),
  people smallint not null check (people between 1 and 999),
  primary key (org_id, team_id, role_id, seniority),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade
);

-- A dated, reproducible export: what it said then is kept as it was.
create table hiring_reports (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  framework_version text not null references frameworks,
  content jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['practice_answers', 'role_demands', 'hiring_reports'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert, update, delete on %I to plumbline_app', t);
  end loop;
end $$;
revoke update, delete on practice_answers from plumbline_app;
revoke update on hiring_reports from plumbline_app;
