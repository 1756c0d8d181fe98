--liquibase formatted sql

--changeset users:050
create table users.user_preferences (
  like platform.tenant_row including all,
  user_id  uuid  not null,
  category text  not null check (length(category) between 1 and 50),
  key      text  not null check (length(key) between 1 and 100),
  value    jsonb not null,
  constraint user_preferences_key_key unique (organization_id, user_id, category, key),
  foreign key (organization_id, user_id) references users.users
);
call platform.protect('users.user_preferences');
--rollback drop table users.user_preferences;

--changeset users:051
create table users.user_onboarding (
  like platform.tenant_row including all,
  user_id      uuid    not null,
  step_key     text    not null check (length(step_key) <= 50),
  step_name    text    not null check (length(step_name) <= 100),
  sort_order   integer not null default 0,
  is_completed boolean not null default false,
  completed_at timestamptz,
  dismissed_at timestamptz,
  metadata     jsonb,
  constraint user_onboarding_step_key_key unique (organization_id, user_id, step_key),
  foreign key (organization_id, user_id) references users.users,
  constraint user_onboarding_completed_check check (is_completed = (completed_at is not null))
);
create index on users.user_onboarding (organization_id, user_id, is_completed);
call platform.protect('users.user_onboarding');
--rollback drop table users.user_onboarding;
