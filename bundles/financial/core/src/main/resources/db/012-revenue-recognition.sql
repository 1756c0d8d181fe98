--liquibase formatted sql

--changeset financial:012
create table financial.revenue_recognition (
  like platform.tenant_row including all,
  order_id            uuid not null,
  recognition_type    text not null check (recognition_type in ('on_delivery', 'milestone', 'time_based')),
  milestone_name      text check (length(milestone_name) <= 255),
  recognized_amount   numeric(12,2) not null,
  recognition_date    date not null,
  period_start        date,
  period_end          date,
  state               text not null default 'pending'
                       check (state in ('pending', 'recognized', 'syncing', 'synced', 'sync_failed', 'manual_override', 'reversed')),
  deferred_revenue_id uuid,
  reverses_id         uuid,
  credit_note_id      uuid,
  source_key          text check (length(source_key) <= 150),
  notes               text check (length(notes) <= 1000),
  check (recognized_amount <> 0),
  check ((reverses_id is null) = (recognized_amount > 0)),
  check (period_end is null or period_start is null or period_end >= period_start),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, deferred_revenue_id) references financial.deferred_revenue,
  foreign key (organization_id, reverses_id) references financial.revenue_recognition,
  foreign key (organization_id, credit_note_id) references financial.credit_notes
);
create unique index revenue_recognition_source_key_key on financial.revenue_recognition (organization_id, source_key);
create index on financial.revenue_recognition (organization_id, order_id, recognition_date);
create index on financial.revenue_recognition (organization_id, state);
create index on financial.revenue_recognition (organization_id, recognition_date);
create index on financial.revenue_recognition (organization_id, reverses_id);
create index on financial.revenue_recognition (organization_id, deferred_revenue_id);
create index on financial.revenue_recognition (organization_id, credit_note_id);
call platform.protect('financial.revenue_recognition');
--rollback drop table financial.revenue_recognition;
