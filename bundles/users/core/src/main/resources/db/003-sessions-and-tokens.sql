--liquibase formatted sql

--changeset users:020
create table users.user_sessions (
  like platform.tenant_row including all,
  user_id            uuid    not null,
  session_token_hash text    not null check (length(session_token_hash) <= 64),
  user_agent         text    check (length(user_agent) <= 500),
  ip_address         inet,
  device             text    check (length(device) <= 100),
  device_type        text    not null default 'unknown'
                     check (device_type in ('desktop', 'mobile', 'tablet', 'api', 'unknown')),
  browser            text    check (length(browser) <= 100),
  remember_me        boolean not null default false,
  last_active_at     timestamptz not null,
  idle_expires_at    timestamptz not null,
  expires_at         timestamptz not null,
  ended_at           timestamptz,
  end_reason         text    check (end_reason in (
    'logout', 'terminated', 'idle', 'expired', 'password_changed', 'user_blocked', 'organization_closed')),
  constraint user_sessions_session_token_hash_key unique (organization_id, session_token_hash),
  foreign key (organization_id, user_id) references users.users,
  constraint user_sessions_expires_check check (expires_at > created_at),
  constraint user_sessions_ended_check check ((ended_at is null) = (end_reason is null))
);
create index on users.user_sessions (organization_id, user_id, expires_at);
create index on users.user_sessions (organization_id, expires_at);
call platform.protect('users.user_sessions');
--rollback drop table users.user_sessions;

--changeset users:021
create table users.api_tokens (
  like platform.tenant_row including all,
  name           text   not null check (length(name) between 1 and 100),
  user_id        uuid   not null,
  hashed_token   text   not null check (length(hashed_token) <= 64),
  token_prefix   text   not null check (length(token_prefix) <= 16),
  scopes         text[] not null check (cardinality(scopes) > 0),
  allowed_ips    text[],
  expires_at     timestamptz,
  last_used_at   timestamptz,
  last_used_ip   inet,
  revoked_at     timestamptz,
  revoked_by     uuid,
  revoked_reason text   check (length(revoked_reason) <= 500),
  constraint api_tokens_hashed_token_key unique (organization_id, hashed_token),
  constraint api_tokens_name_key unique (organization_id, user_id, name),
  foreign key (organization_id, user_id) references users.users,
  foreign key (organization_id, revoked_by) references users.users
);
create index on users.api_tokens (organization_id, revoked_at, expires_at);
create index on users.api_tokens (organization_id, revoked_by);
create index on users.api_tokens (organization_id, token_prefix);
call platform.protect('users.api_tokens');
--rollback drop table users.api_tokens;
