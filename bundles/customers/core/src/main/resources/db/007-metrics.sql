--liquibase formatted sql

--changeset customers:008
create table customers.customer_metrics (
  like platform.tenant_row including all,
  customer_id             uuid not null,
  first_order_date        date,
  last_order_date         date,
  total_orders            integer not null default 0 check (total_orders >= 0),
  total_order_value       numeric(12,2) not null default 0,
  average_order_value     numeric(12,2) not null default 0,
  lifetime_value          numeric(12,2) not null default 0,
  orders_last_365_days    integer not null default 0,
  value_last_365_days     numeric(12,2) not null default 0,
  open_balance            numeric(12,2) not null default 0,
  overdue_balance         numeric(12,2) not null default 0,
  open_opportunity_value  numeric(12,2) not null default 0,
  last_activity_at        timestamptz,
  health_score            integer check (health_score between 0 and 100),
  health_score_updated_at timestamptz,
  health_override_reason  text check (length(health_override_reason) <= 500),
  health_override_until   date,
  figures_as_of           timestamptz,
  foreign key (organization_id, customer_id) references customers.customers
);
create unique index customer_metrics_customer_id_key on customers.customer_metrics (organization_id, customer_id);
create index on customers.customer_metrics (organization_id, health_score);
create index on customers.customer_metrics (organization_id, last_order_date);
create index on customers.customer_metrics (organization_id, overdue_balance);
create index on customers.customer_metrics (organization_id, total_order_value);
call platform.protect('customers.customer_metrics');
--rollback drop table customers.customer_metrics;

--changeset customers:009
create table customers.customer_health_metrics (
  like platform.tenant_row including all,
  customer_id      uuid not null,
  metric_date      date not null,
  recency_score    numeric(5,2) check (recency_score between 0 and 100),
  frequency_score  numeric(5,2) check (frequency_score between 0 and 100),
  monetary_score   numeric(5,2) check (monetary_score between 0 and 100),
  engagement_score numeric(5,2) check (engagement_score between 0 and 100),
  overall_score    numeric(5,2) check (overall_score between 0 and 100),
  foreign key (organization_id, customer_id) references customers.customers
);
create unique index customer_health_metrics_customer_id_metric_date_key
  on customers.customer_health_metrics (organization_id, customer_id, metric_date) nulls not distinct;
create index on customers.customer_health_metrics (organization_id, metric_date, overall_score);
call platform.protect('customers.customer_health_metrics');
--rollback drop table customers.customer_health_metrics;
