-- What everyone of an organisation may see of its teams, counted on fixed days by upkeep: never by a request, and never from people's rows as they are.
create table aggregates (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  category text not null check (length(category) between 1 and 60),
  counted_on date not null,
  people integer not null check (people >= 5),
  expected integer not null,
  -- Held within the margin that protects single people; not what is truly met.
  met integer not null check (met > 0 and met < expected),
  side text not null check (side in ('less', 'same', 'more')),
  primary key (org_id, team_id, category),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade
);

-- The newest day on which upkeep looked whether there is something to count anew.
create table aggregate_rounds (
  org_id uuid not null default current_org() references organisations on delete cascade,
  day date not null,
  primary key (org_id)
);

-- Whom each aggregate is about, as they were counted.
create table aggregate_members (
  org_id uuid not null default current_org() references organisations on delete cascade,
  team_id uuid not null,
  category text not null,
  person_id uuid not null,
  expected smallint not null check (expected > 0),
  met smallint not null check (met between 0 and expected),
  primary key (org_id, team_id, category, person_id),
  foreign key (org_id, team_id, category) references aggregates (org_id, team_id, category) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index aggregate_members_person on aggregate_members (org_id, person_id);

-- Every contribution that was in an aggregate: a number is only renewed with enough that are not.
create table aggregate_past (
  org_id uuid not null default current_org() references organisations on delete cascade,
  category text not null,
  person_id uuid not null,
  expected smallint not null check (expected > 0),
  met smallint not null check (met between 0 and expected),
  counted_on date not null,
  primary key (org_id, category, person_id, expected, met),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index aggregate_past_person on aggregate_past (org_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['aggregates', 'aggregate_rounds', 'aggregate_members', 'aggregate_past'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- Only upkeep, which acts for no account, writes them.
    execute format('create policy upkeep on %I using (org_id = current_org() and current_account() is null) '
      'with check (org_id = current_org() and current_account() is null)', t);
    execute format('grant select, insert, update, delete on %I to plumbline_app', t);
  end loop;
  foreach t in array array['aggregates', 'aggregate_rounds'] loop
    execute format('create policy organisation on %I for select using (org_id = current_org())', t);
  end loop;
  -- What is held on a person is theirs to read, and no one else's.
  foreach t in array array['aggregate_members', 'aggregate_past'] loop
    execute format('create policy own on %I for select using (org_id = current_org() and person_id = current_person())', t);
  end loop;
end $$;
