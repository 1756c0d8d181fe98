--liquibase formatted sql

--changeset settings:060
create table settings.webhook_subscriptions (
  like platform.tenant_row including all,
  name                 text        not null check (length(name) <= 100),
  target_url           text        not null check (length(target_url) <= 2000),
  event_types          text[]      not null,
  secret_encrypted     text        not null check (length(secret_encrypted) <= 500),
  custom_headers       jsonb,
  is_active            boolean     not null default true,
  consecutive_failures integer     not null default 0 check (consecutive_failures >= 0),
  last_delivered_at    timestamptz,
  disabled_at          timestamptz,
  disabled_reason      text        check (length(disabled_reason) <= 500),
  constraint webhook_subscriptions_name_key unique (organization_id, name)
);
create index on settings.webhook_subscriptions (organization_id, is_active);
call platform.protect('settings.webhook_subscriptions');
--rollback drop table settings.webhook_subscriptions;

--changeset settings:061
create table settings.webhook_deliveries (
  like platform.tenant_row including all,
  webhook_subscription_id uuid        not null,
  event_id                uuid        not null,
  event_type              text        not null check (length(event_type) <= 100),
  payload                 jsonb       not null,
  status                  text        not null default 'pending'
                                      check (status in ('pending', 'delivering', 'delivered', 'failed', 'abandoned')),
  attempt_count           integer     not null default 0 check (attempt_count between 0 and 8),
  next_attempt_at         timestamptz,
  response_status         integer,
  response_excerpt        text        check (length(response_excerpt) <= 1000),
  duration_ms             integer,
  last_error              text        check (length(last_error) <= 500),
  delivered_at            timestamptz,
  constraint webhook_deliveries_event_id_key unique (organization_id, webhook_subscription_id, event_id),
  foreign key (organization_id, webhook_subscription_id) references settings.webhook_subscriptions
);
create index on settings.webhook_deliveries (organization_id, status, next_attempt_at);
create index on settings.webhook_deliveries (organization_id, webhook_subscription_id, created_at);
call platform.protect('settings.webhook_deliveries');
--rollback drop table settings.webhook_deliveries;
