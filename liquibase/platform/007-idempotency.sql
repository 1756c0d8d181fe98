--liquibase formatted sql

--changeset platform:060
create table platform.idempotency_keys (
  like platform.tenant_row including all,
  actor_id         uuid not null,
  idempotency_key  text not null check (length(idempotency_key) <= 255),
  request_path     text not null check (length(request_path) <= 500),
  request_hash     text not null check (length(request_hash) <= 64),
  state            text not null default 'running' check (state in ('running', 'done')),
  response_status  integer,
  response_headers jsonb,
  response_body    jsonb,
  expires_at       timestamptz not null,
  constraint idempotency_keys_actor_id_idempotency_key_key unique (organization_id, actor_id, idempotency_key)
);
-- For the kernel, which prunes over all organizations.
create index idempotency_keys_expires_at_idx on platform.idempotency_keys (expires_at);
call platform.protect('platform.idempotency_keys');
call platform.open_to_kernel('platform.idempotency_keys');
--rollback drop table platform.idempotency_keys;
