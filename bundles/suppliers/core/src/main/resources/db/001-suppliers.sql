--liquibase formatted sql

--changeset suppliers:001
create table suppliers.suppliers (
  like platform.tenant_row including all,
  deleted_at             timestamptz,
  supplier_code          text not null check (length(supplier_code) <= 30),
  name                   text not null check (length(name) <= 255),
  legal_name             text check (length(legal_name) <= 255),
  status                 text not null default 'active' check (status in ('active', 'inactive', 'suspended', 'blacklisted')),
  status_reason          text check (length(status_reason) <= 500),
  supplier_type          text
                          check (supplier_type in ('manufacturer', 'distributor', 'retailer', 'service', 'raw_materials', 'subcontractor')),
  email                  text check (length(email) <= 254),
  phone                  text check (length(phone) <= 50),
  website                text check (length(website) <= 300),
  tax_id                 text check (length(tax_id) <= 50),
  registration_number    text check (length(registration_number) <= 50),
  payment_terms          text not null default 'net_30'
                          check (payment_terms in ('net_7', 'net_15', 'net_30', 'net_45', 'net_60', 'end_of_month', 'cod', 'prepaid')),
  currency               text not null check (length(currency) = 3),
  default_tax_rate       numeric(5,2),
  credit_limit           numeric(12,2),
  lead_time_days         integer,
  minimum_order_value    numeric(12,2),
  maximum_order_value    numeric(12,2),
  freight_free_over      numeric(12,2),
  our_account_number     text check (length(our_account_number) <= 50),
  order_instructions     text check (length(order_instructions) <= 2000),
  is_preferred           boolean not null default false,
  inspection_requirement text not null default 'none' check (inspection_requirement in ('none', 'sample', 'full')),
  quality_rating         numeric(5,2),
  delivery_rating        numeric(5,2),
  communication_rating   numeric(5,2),
  overall_rating         numeric(5,2) generated always as (round((quality_rating + delivery_rating + communication_rating) / 3, 2)) stored,
  rating_updated_at      timestamptz,
  total_purchase_orders  integer not null default 0,
  total_purchase_value   numeric(12,2) not null default 0,
  average_order_value    numeric(12,2) not null default 0,
  first_order_date       date,
  last_order_date        date,
  tags                   text[],
  notes                  text check (length(notes) <= 5000),
  check (minimum_order_value is null or maximum_order_value is null or maximum_order_value >= minimum_order_value),
  check (quality_rating is null or quality_rating between 0 and 5),
  check (delivery_rating is null or delivery_rating between 0 and 5),
  check (communication_rating is null or communication_rating between 0 and 5),
  check (lead_time_days is null or lead_time_days >= 0)
);
create unique index suppliers_supplier_code_key on suppliers.suppliers (organization_id, supplier_code)
  where deleted_at is null;
create unique index suppliers_email_key on suppliers.suppliers (organization_id, email)
  where deleted_at is null;
create index on suppliers.suppliers (organization_id, status, name);
create index on suppliers.suppliers (organization_id, supplier_type);
create index on suppliers.suppliers (organization_id, overall_rating);
create index on suppliers.suppliers (organization_id, last_order_date);
call platform.protect('suppliers.suppliers');
--rollback drop table suppliers.suppliers;
