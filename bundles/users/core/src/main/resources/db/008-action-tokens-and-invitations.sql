--liquibase formatted sql

--changeset users:070
create table users.user_action_tokens (
  like platform.tenant_row including all,
  user_id    uuid    not null,
  purpose    text    not null
             check (purpose in ('password_reset', 'email_verification', 'email_change', 'mfa_challenge')),
  token_hash text    not null check (length(token_hash) <= 64),
  new_email  text    check (length(new_email) <= 255),
  expires_at timestamptz not null,
  used_at    timestamptz,
  attempts   integer not null default 0 check (attempts >= 0),
  constraint user_action_tokens_token_hash_key unique (organization_id, token_hash),
  foreign key (organization_id, user_id) references users.users,
  constraint user_action_tokens_change_check check ((purpose = 'email_change') = (new_email is not null))
);
create index on users.user_action_tokens (organization_id, user_id, purpose);
create index on users.user_action_tokens (organization_id, expires_at);
call platform.protect('users.user_action_tokens');
--rollback drop table users.user_action_tokens;

--changeset users:071
create table users.user_invitations (
  like platform.tenant_row including all,
  email            text not null check (length(email) <= 255),
  name             text check (length(name) <= 200),
  role_id          uuid not null,
  user_type        text not null default 'staff' check (user_type in ('staff', 'installer', 'service')),
  status           text not null default 'pending' check (status in ('pending', 'accepted', 'expired', 'cancelled')),
  token_hash       text not null check (length(token_hash) <= 64),
  personal_message text check (length(personal_message) <= 500),
  invited_by       uuid not null,
  invited_at       timestamptz not null,
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  user_id          uuid not null,
  sent_count       integer not null default 0,
  last_sent_at     timestamptz,
  constraint user_invitations_token_hash_key unique (organization_id, token_hash),
  foreign key (organization_id, role_id) references users.roles,
  foreign key (organization_id, invited_by) references users.users,
  foreign key (organization_id, user_id) references users.users,
  constraint user_invitations_expires_check check (expires_at > invited_at),
  constraint user_invitations_email_lower_check check (email = lower(email)),
  constraint user_invitations_people_check check (user_type <> 'service')
);
create index on users.user_invitations (organization_id, email);
create index on users.user_invitations (organization_id, status, expires_at);
create index on users.user_invitations (organization_id, invited_by);
create index on users.user_invitations (organization_id, user_id);
create index on users.user_invitations (organization_id, role_id);
create index on users.user_invitations (organization_id, invited_at);
create index on users.user_invitations (organization_id, last_sent_at);
call platform.protect('users.user_invitations');
--rollback drop table users.user_invitations;
