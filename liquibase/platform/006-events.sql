--liquibase formatted sql

--changeset platform:050
create sequence platform.event_sequence as bigint;
grant usage on sequence platform.event_sequence to renoz_module, renoz_platform;
--rollback drop sequence platform.event_sequence;

--changeset platform:051
create table platform.event_outbox (
  like platform.tenant_row including all,
  sequence       bigint not null default nextval('platform.event_sequence'),
  event          text not null check (length(event) <= 100),
  module         text not null check (length(module) <= 31),
  aggregate_type text not null check (length(aggregate_type) <= 50),
  aggregate_id   uuid not null,
  payload        jsonb not null,
  occurred_at    timestamptz not null,
  request_id     uuid,
  actor_id       uuid,
  constraint event_outbox_sequence_key unique (organization_id, sequence)
);
create index event_outbox_aggregate_idx on platform.event_outbox (organization_id, aggregate_type, aggregate_id, sequence);
create index event_outbox_event_idx on platform.event_outbox (organization_id, event, occurred_at);
-- For the kernel, which prunes over all organizations.
create index event_outbox_occurred_at_idx on platform.event_outbox (occurred_at);
call platform.protect('platform.event_outbox');
call platform.open_to_kernel('platform.event_outbox');
call platform.share_inserts('platform.event_outbox');
--rollback drop table platform.event_outbox;

--changeset platform:052
create table platform.event_deliveries (
  like platform.tenant_row including all,
  event_id        uuid not null,
  listener        text not null check (length(listener) <= 100),
  state           text not null default 'pending' check (state in ('pending', 'processing', 'delivered', 'failed')),
  attempt_count   integer not null default 0 check (attempt_count >= 0),
  next_attempt_at timestamptz not null,
  claimed_by      text check (length(claimed_by) <= 100),
  claimed_until   timestamptz,
  last_error      text check (length(last_error) <= 2000),
  delivered_at    timestamptz,
  constraint event_deliveries_event_id_listener_key unique (organization_id, event_id, listener),
  constraint event_deliveries_event_id_fkey foreign key (organization_id, event_id) references platform.event_outbox
);
create index event_deliveries_state_idx on platform.event_deliveries (organization_id, state, next_attempt_at);
-- For the kernel, which looks for what is due over all organizations.
create index event_deliveries_due_idx on platform.event_deliveries (next_attempt_at)
  where state in ('pending', 'processing');
call platform.protect('platform.event_deliveries');
call platform.open_to_kernel('platform.event_deliveries');
call platform.share_inserts('platform.event_deliveries');
--rollback drop table platform.event_deliveries;
