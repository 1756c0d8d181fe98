--liquibase formatted sql

--changeset users:080
create table users.user_mfa_factors (
  like platform.tenant_row including all,
  user_id          uuid   not null,
  factor_type      text   not null default 'totp' check (factor_type in ('totp')),
  name             text   not null default 'Authenticator' check (length(name) <= 100),
  secret_encrypted text   not null check (length(secret_encrypted) <= 500),
  verified_at      timestamptz,
  last_used_at     timestamptz,
  last_used_step   bigint,
  constraint user_mfa_factors_name_key unique (organization_id, user_id, name),
  foreign key (organization_id, user_id) references users.users
);
call platform.protect('users.user_mfa_factors');
--rollback drop table users.user_mfa_factors;

--changeset users:081
create table users.mfa_backup_codes (
  like platform.tenant_row including all,
  user_id   uuid not null,
  code_hash text not null check (length(code_hash) <= 128),
  used_at   timestamptz,
  constraint mfa_backup_codes_code_hash_key unique (organization_id, user_id, code_hash),
  foreign key (organization_id, user_id) references users.users
);
call platform.protect('users.mfa_backup_codes');
--rollback drop table users.mfa_backup_codes;
