create table drafts (
  org_id uuid not null default current_org() references organisations on delete cascade,
  person_id uuid not null,
  answers jsonb not null default '{}' check (pg_column_size(answers) < 262144),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);

create table assessments (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('self', 'lead', 'agreed')),
  framework_version text not null references frameworks,
  submitted_by uuid,
  submitted_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index assessments_person on assessments (org_id, person_id, submitted_at);

-- History: rows are added and never changed. A null level means "not sure".
create table ratings (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  skill_id text not null references skills,
  kind text not null check (kind in ('self', 'lead', 'agreed')),
  level smallint check (level between 0 and 5),
  interest smallint check (interest between 0 and 2),
  note text check (length(note) <= 2000),
  rated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, assessment_id, skill_id),
  foreign key (org_id, assessment_id) references assessments (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index ratings_newest on ratings (org_id, person_id, skill_id, kind, rated_at desc, id desc);

-- What is read all the time, kept in the transaction that writes a rating. Each array is indexed by skill position.
create table person_levels (
  org_id uuid not null default current_org() references organisations on delete cascade,
  person_id uuid not null,
  current smallint[] not null default '{}',
  self smallint[] not null default '{}',
  lead smallint[] not null default '{}',
  agreed smallint[] not null default '{}',
  rated_on date[] not null default '{}',
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);

create table team_counts (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  expected integer[] not null default '{}',
  rated integer[] not null default '{}',
  met integer[] not null default '{}',
  holders integer[] not null default '{}',
  level_sum integer[] not null default '{}',
  primary key (org_id, team_id),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['assessments', 'ratings', 'person_levels', 'team_counts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert, update, delete on %I to plumbline_app', t);
  end loop;
end $$;
revoke update, delete on ratings, assessments from plumbline_app;

-- A draft is its author's alone: not even an admin's query sees it.
alter table drafts enable row level security;
alter table drafts force row level security;
create policy author on drafts using (org_id = current_org() and person_id = current_person())
  with check (org_id = current_org() and person_id = current_person());
grant select, insert, update, delete on drafts to plumbline_app;
