--liquibase formatted sql

--changeset users:001
-- avatar_attachment_id becomes a foreign key when the table of attachments comes.
create table users.users (
  like platform.tenant_row including all,
  deleted_at           timestamptz,
  email                text    not null check (length(email) <= 255),
  name                 text    not null check (length(name) between 1 and 200),
  first_name           text    check (length(first_name) <= 100),
  last_name            text    check (length(last_name) <= 100),
  phone                text    check (length(phone) <= 50),
  job_title            text    check (length(job_title) <= 100),
  department           text    check (length(department) <= 100),
  bio                  text    check (length(bio) <= 1000),
  avatar_attachment_id uuid,
  manager_id           uuid,
  type                 text    not null default 'staff' check (type in ('staff', 'installer', 'service')),
  status               text    not null default 'invited'
                       check (status in ('invited', 'active', 'suspended', 'deactivated')),
  is_owner             boolean not null default false,
  timezone             text    check (length(timezone) <= 64),
  locale               text    check (length(locale) <= 20),
  invited_by           uuid,
  invited_at           timestamptz,
  email_verified_at    timestamptz,
  last_login_at        timestamptz,
  last_active_at       timestamptz,
  suspended_at         timestamptz,
  deactivated_at       timestamptz,
  deactivated_by       uuid,
  status_reason        text    check (length(status_reason) <= 500),
  anonymized_at        timestamptz,
  foreign key (organization_id, manager_id) references users.users,
  foreign key (organization_id, invited_by) references users.users,
  foreign key (organization_id, deactivated_by) references users.users,
  constraint users_email_lower_check check (email = lower(email)),
  constraint users_manager_check check (manager_id is null or manager_id <> id),
  constraint users_owner_check check (not is_owner or status in ('active', 'invited'))
);
create unique index users_email_key on users.users (organization_id, email) where deleted_at is null;
create unique index users_is_owner_key on users.users (organization_id, is_owner) where is_owner and deleted_at is null;
create index on users.users (organization_id, status);
create index on users.users (organization_id, type, status);
create index on users.users (organization_id, manager_id);
create index on users.users (organization_id, invited_by);
create index on users.users (organization_id, deactivated_by);
create index on users.users (organization_id, last_login_at);
create index on users.users (organization_id, name);
create index on users.users (organization_id, created_at);
call platform.protect('users.users');
--rollback drop table users.users;

--changeset users:002
create table users.user_credentials (
  like platform.tenant_row including all,
  user_id             uuid    not null,
  password_hash       text    not null check (length(password_hash) <= 500),
  password_changed_at timestamptz not null,
  must_change         boolean not null default false,
  failed_attempts     integer not null default 0 check (failed_attempts >= 0),
  first_failed_at     timestamptz,
  locked_until        timestamptz,
  constraint user_credentials_user_id_key unique (organization_id, user_id),
  foreign key (organization_id, user_id) references users.users
);
call platform.protect('users.user_credentials');
--rollback drop table users.user_credentials;

--changeset users:003
create table users.login_attempts (
  like platform.tenant_row including all,
  user_id    uuid,
  email      text not null check (length(email) <= 255),
  ip_address inet,
  user_agent text check (length(user_agent) <= 500),
  outcome    text not null
             check (outcome in ('success', 'bad_credentials', 'locked', 'mfa_required', 'mfa_failed', 'not_active')),
  foreign key (organization_id, user_id) references users.users
);
create index on users.login_attempts (organization_id, email, created_at);
create index on users.login_attempts (organization_id, ip_address, created_at);
create index on users.login_attempts (organization_id, user_id, created_at);
create index on users.login_attempts (organization_id, created_at);
call platform.protect('users.login_attempts');
--rollback drop table users.login_attempts;
