--liquibase formatted sql

--changeset suppliers:011
create table suppliers.purchase_order_costs (
  like platform.tenant_row including all,
  purchase_order_id       uuid not null,
  cost_type               text not null check (cost_type in ('freight', 'duty', 'insurance', 'handling', 'customs', 'other')),
  description             text check (length(description) <= 500),
  amount                  numeric(12,2) not null,
  currency                text not null check (length(currency) = 3),
  exchange_rate           numeric(18,8),
  amount_base             numeric(12,2) not null default 0,
  allocation_method       text not null default 'by_value' check (allocation_method in ('equal', 'by_value', 'by_weight', 'by_quantity')),
  is_included_in_total    boolean not null default false,
  is_capitalized          boolean not null default true,
  provider_supplier_id    uuid,
  supplier_invoice_number text check (length(supplier_invoice_number) <= 100),
  reference_number        text check (length(reference_number) <= 100),
  notes                   text check (length(notes) <= 1000),
  check (amount >= 0),
  check (exchange_rate is null or exchange_rate > 0),
  foreign key (organization_id, purchase_order_id) references suppliers.purchase_orders,
  foreign key (organization_id, provider_supplier_id) references suppliers.suppliers
);
create index on suppliers.purchase_order_costs (organization_id, purchase_order_id);
create index on suppliers.purchase_order_costs (organization_id, cost_type);
create index on suppliers.purchase_order_costs (organization_id, supplier_invoice_number);
create index on suppliers.purchase_order_costs (organization_id, provider_supplier_id);
call platform.protect('suppliers.purchase_order_costs');
--rollback drop table suppliers.purchase_order_costs;
