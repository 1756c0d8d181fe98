--liquibase formatted sql

--changeset users:060
create table users.notifications (
  like platform.tenant_row including all,
  user_id        uuid not null,
  type           text not null check (type in (
    'quote', 'order', 'issue', 'warranty', 'shipment', 'payment', 'customer', 'product', 'inventory', 'job', 'approval',
    'mention', 'report', 'user', 'system', 'call_reminder', 'call_overdue')),
  priority       text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  module         text not null check (length(module) <= 64),
  title          text not null check (length(title) <= 200),
  message        text not null check (length(message) <= 2000),
  entity_type    text check (length(entity_type) <= 50),
  entity_id      uuid,
  entity_name    text check (length(entity_name) <= 255),
  action_url     text check (length(action_url) <= 2000),
  dedupe_key     text check (length(dedupe_key) <= 200),
  on_behalf_of   uuid,
  status         text not null default 'pending' check (status in ('pending', 'sent', 'read', 'dismissed', 'failed')),
  sent_at        timestamptz,
  read_at        timestamptz,
  dismissed_at   timestamptz,
  email_sent_at  timestamptz,
  failure_reason text check (length(failure_reason) <= 500),
  data           jsonb,
  foreign key (organization_id, user_id) references users.users,
  foreign key (organization_id, on_behalf_of) references users.users,
  constraint notifications_entity_check check ((entity_type is null) = (entity_id is null))
);
create index on users.notifications (organization_id, user_id, status, created_at);
create index on users.notifications (organization_id, user_id, dedupe_key);
create index on users.notifications (organization_id, entity_type, entity_id);
create index on users.notifications (organization_id, on_behalf_of);
create index on users.notifications (organization_id, created_at);
call platform.protect('users.notifications');
--rollback drop table users.notifications;
