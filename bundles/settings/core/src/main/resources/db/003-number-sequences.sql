--liquibase formatted sql

--changeset settings:020
create table settings.number_sequences (
  like platform.tenant_row including all,
  key         text    not null check (length(key) <= 64),
  name        text    not null check (length(name) <= 100),
  prefix      text    not null default '' check (length(prefix) <= 20),
  pattern     text    not null default '{prefix}-{yyyy}-{seq:5}' check (length(pattern) <= 100),
  gapless     boolean not null default false,
  reset       text    not null default 'yearly' check (reset in ('never', 'yearly', 'fiscal_yearly', 'monthly')),
  start_value bigint  not null default 1 check (start_value >= 1),
  constraint number_sequences_key_key unique (organization_id, key)
);
call platform.protect('settings.number_sequences');
--rollback drop table settings.number_sequences;

--changeset settings:021
create table settings.number_sequence_counters (
  like platform.tenant_row including all,
  number_sequence_id uuid   not null,
  period_key         text   not null default '' check (length(period_key) <= 10),
  next_value         bigint not null default 1 check (next_value >= 1),
  constraint number_sequence_counters_period_key unique (organization_id, number_sequence_id, period_key),
  foreign key (organization_id, number_sequence_id) references settings.number_sequences
);
call platform.protect('settings.number_sequence_counters');
--rollback drop table settings.number_sequence_counters;
