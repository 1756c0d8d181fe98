--liquibase formatted sql

--changeset customers:010
create table customers.customer_priorities (
  like platform.tenant_row including all,
  customer_id         uuid not null,
  priority_level      text not null default 'medium' check (priority_level in ('low', 'medium', 'high', 'vip')),
  service_level       text not null default 'standard' check (service_level in ('standard', 'premium', 'platinum')),
  account_manager     uuid,
  contract_number     text check (length(contract_number) <= 50),
  contract_value      numeric(12,2) check (contract_value >= 0),
  contract_start_date date,
  contract_end_date   date,
  special_terms       text check (length(special_terms) <= 2000),
  check (contract_end_date >= contract_start_date),
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, account_manager) references users.users
);
create unique index customer_priorities_customer_id_key on customers.customer_priorities (organization_id, customer_id);
create index on customers.customer_priorities (organization_id, priority_level);
create index on customers.customer_priorities (organization_id, account_manager);
create index on customers.customer_priorities (organization_id, contract_end_date);
call platform.protect('customers.customer_priorities');
--rollback drop table customers.customer_priorities;
