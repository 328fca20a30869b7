-- An organisation measures with versions of its own: the one that comes with the product, or what it published since. Ids of skills, roles and
-- practices, and the positions of skills, belong to the organisation from now on.
-- The owner of the tables is held by their policies too; for filling in it has to see every organisation.
alter table organisations no force row level security;
alter table assessments no force row level security;
alter table hiring_reports no force row level security;

alter table frameworks add column source_hash text;
grant update (source_hash) on frameworks to plumbline_app;

create table organisation_frameworks (
  org_id uuid not null default current_org() references organisations on delete cascade,
  version text not null check (version ~ '^[0-9]{4}\.[0-9]{1,3}(-[0-9]{1,5})?$'),
  shipped text references frameworks,
  content jsonb,
  content_hash text,
  origin text,
  carry jsonb not null default '{"skills": {}, "practices": {}, "roles": {}}',
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (org_id, version),
  foreign key (org_id, origin) references organisation_frameworks (org_id, version),
  check (num_nonnulls(shipped, content) = 1),
  check ((content is null) = (content_hash is null))
);
insert into organisation_frameworks (org_id, version, shipped, published_at)
select id, framework_version, framework_version, created_at from organisations
union
select a.org_id, a.framework_version, a.framework_version, o.created_at from assessments a join organisations o on o.id = a.org_id
union
select r.org_id, r.framework_version, r.framework_version, o.created_at from hiring_reports r join organisations o on o.id = r.org_id;

alter table organisations
  drop constraint organisations_framework_version_fkey,
  add constraint organisations_framework foreign key (id, framework_version) references organisation_frameworks (org_id, version)
    deferrable initially deferred,
  add column practice_areas text[] not null default '{}' check (cardinality(practice_areas) <= 50);
alter table assessments
  drop constraint assessments_framework_version_fkey,
  add constraint assessments_framework foreign key (org_id, framework_version) references organisation_frameworks (org_id, version);
alter table hiring_reports
  drop constraint hiring_reports_framework_version_fkey,
  add constraint hiring_reports_framework foreign key (org_id, framework_version) references organisation_frameworks (org_id, version);

create table framework_drafts (
  org_id uuid not null default current_org() references organisations on delete cascade,
  origin text not null,
  content jsonb not null,
  carry jsonb not null default '{"skills": {}, "practices": {}, "roles": {}}',
  version integer not null default 1,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (org_id),
  foreign key (org_id, origin) references organisation_frameworks (org_id, version)
);

alter table ratings drop constraint ratings_skill_id_fkey;
alter table people drop constraint people_role_id_fkey;
alter table role_demands drop constraint role_demands_role_id_fkey;
alter table practice_answers drop constraint practice_answers_practice_id_fkey;
alter table skills rename to shipped_skills;
alter table roles rename to shipped_roles;
alter table practices rename to shipped_practices;

create table skills (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id text not null check (length(id) between 1 and 60),
  position smallint not null check (position >= 0),
  primary key (org_id, id),
  unique (org_id, position)
);
create table roles (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id text not null check (length(id) between 1 and 60),
  primary key (org_id, id)
);
create table practices (
  org_id uuid not null default current_org() references organisations on delete cascade,
  id text not null check (length(id) between 1 and 60),
  primary key (org_id, id)
);
insert into skills (org_id, id, position) select o.id, s.id, s.position from organisations o cross join shipped_skills s;
insert into roles (org_id, id) select o.id, r.id from organisations o cross join shipped_roles r;
insert into practices (org_id, id) select o.id, p.id from organisations o cross join shipped_practices p;
drop table shipped_skills, shipped_roles, shipped_practices;

-- What a rating or an answer was carried over from, when a version split or renamed it.
alter table ratings
  add foreign key (org_id, skill_id) references skills (org_id, id),
  add column carried_from text,
  add foreign key (org_id, carried_from) references skills (org_id, id);
alter table people add foreign key (org_id, role_id) references roles (org_id, id);
alter table role_demands add foreign key (org_id, role_id) references roles (org_id, id);
alter table practice_answers
  add foreign key (org_id, practice_id) references practices (org_id, id),
  add column carried_from text,
  add foreign key (org_id, carried_from) references practices (org_id, id);

do $$
declare t text;
begin
  foreach t in array array['organisation_frameworks', 'framework_drafts', 'skills', 'roles', 'practices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organisation on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert on %I to plumbline_app', t);
  end loop;
end $$;
grant update, delete on framework_drafts to plumbline_app;

alter table organisations force row level security;
alter table assessments force row level security;
alter table hiring_reports force row level security;
