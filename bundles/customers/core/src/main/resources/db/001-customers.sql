--liquibase formatted sql

--changeset customers:001
create table customers.customers (
  like platform.tenant_row including all,
  deleted_at                    timestamptz,
  customer_code                 text not null check (length(customer_code) <= 30),
  name                          text not null check (length(name) <= 255),
  legal_name                    text check (length(legal_name) <= 255),
  email                         text check (length(email) <= 320),
  phone                         text check (length(phone) <= 30),
  website                       text check (length(website) <= 500),
  status                        text not null default 'prospect'
                                check (status in ('prospect', 'active', 'inactive', 'suspended', 'blacklisted')),
  type                          text not null default 'business'
                                check (type in ('individual', 'business', 'government', 'non_profit')),
  size                          text check (size in ('micro', 'small', 'medium', 'large', 'enterprise')),
  industry                      text check (length(industry) <= 100),
  tax_id                        text check (length(tax_id) <= 30),
  registration_number           text check (length(registration_number) <= 50),
  tax_exempt                    boolean not null default false,
  parent_id                     uuid check (parent_id <> id),
  merged_into_id                uuid check (merged_into_id <> id),
  owner_id                      uuid,
  lead_source                   text check (length(lead_source) <= 100),
  preferred_language            text check (length(preferred_language) <= 10),
  payment_terms_days            integer check (payment_terms_days between 0 and 365),
  credit_limit                  numeric(12,2) check (credit_limit >= 0),
  credit_hold                   boolean not null default false,
  credit_hold_reason            text check (length(credit_hold_reason) <= 500),
  credit_hold_at                timestamptz,
  credit_hold_by                uuid,
  warranty_expiry_alert_opt_out boolean not null default false,
  notes                         text check (length(notes) <= 5000),
  external_ref                  text check (length(external_ref) <= 255),
  status_reason                 text check (length(status_reason) <= 500),
  metadata                      jsonb,
  check (not credit_hold or credit_hold_reason is not null),
  foreign key (organization_id, parent_id) references customers.customers,
  foreign key (organization_id, merged_into_id) references customers.customers,
  foreign key (organization_id, owner_id) references users.users,
  foreign key (organization_id, credit_hold_by) references users.users
);
create unique index customers_customer_code_key on customers.customers (organization_id, customer_code)
  where deleted_at is null;
create unique index customers_external_ref_key on customers.customers (organization_id, external_ref)
  where deleted_at is null;
create index on customers.customers (organization_id, status);
create index on customers.customers (organization_id, type);
create index on customers.customers (organization_id, owner_id);
create index on customers.customers (organization_id, parent_id);
create index on customers.customers (organization_id, merged_into_id);
create index on customers.customers (organization_id, credit_hold_by);
create index on customers.customers (organization_id, email);
create index on customers.customers (organization_id, tax_id);
create index on customers.customers (organization_id, name);
create index on customers.customers (organization_id, created_at);
call platform.protect('customers.customers');
--rollback drop table customers.customers;
