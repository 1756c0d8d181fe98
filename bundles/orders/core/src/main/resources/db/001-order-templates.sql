--liquibase formatted sql

--changeset orders:001
create table orders.order_templates (
  like platform.tenant_row including all,
  name                text not null check (length(name) <= 255),
  description         text check (length(description) <= 1000),
  category            text check (length(category) <= 50),
  is_active           boolean not null default true,
  is_global           boolean not null default false,
  default_customer_id uuid,
  discount_percent    numeric(5,2),
  discount_fixed      numeric(12,2),
  shipping_amount     numeric(12,2),
  payment_terms_days  integer,
  internal_notes      text check (length(internal_notes) <= 2000),
  customer_notes      text check (length(customer_notes) <= 2000),
  usage_count         integer not null default 0,
  last_used_at        timestamptz,
  foreign key (organization_id, default_customer_id) references customers.customers
);
create unique index order_templates_name_key on orders.order_templates (organization_id, name);
create index on orders.order_templates (organization_id, is_active, is_global);
create index on orders.order_templates (organization_id, default_customer_id);
call platform.protect('orders.order_templates');
--rollback drop table orders.order_templates;
