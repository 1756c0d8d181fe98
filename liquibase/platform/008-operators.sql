--liquibase formatted sql

--changeset platform:070
create table platform.operator_tokens (
  like platform.cluster_row including all,
  name         text not null check (length(name) <= 100),
  token_hash   text not null check (length(token_hash) <= 128),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  constraint operator_tokens_name_key unique (name),
  constraint operator_tokens_token_hash_key unique (token_hash)
);
grant select, insert, update, delete on platform.operator_tokens to renoz_platform;
--rollback drop table platform.operator_tokens;

--changeset platform:071
create table platform.operator_audit (
  like platform.cluster_row including all,
  token_name   text not null check (length(token_name) <= 100),
  act          text not null check (length(act) <= 100),
  organization uuid,
  details      jsonb,
  request_id   text check (length(request_id) <= 64)
);
create index operator_audit_act_idx on platform.operator_audit (act);
create index operator_audit_organization_idx on platform.operator_audit (organization);
create index operator_audit_created_at_idx on platform.operator_audit (created_at);
grant select, insert on platform.operator_audit to renoz_platform;
call platform.append_only('platform.operator_audit');
--rollback drop table platform.operator_audit;
