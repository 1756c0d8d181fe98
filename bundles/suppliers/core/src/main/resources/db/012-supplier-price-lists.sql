--liquibase formatted sql

--changeset suppliers:012
create table suppliers.supplier_price_lists (
  like platform.tenant_row including all,
  supplier_id           uuid not null,
  product_id            uuid not null,
  status                text not null default 'draft' check (status in ('draft', 'active', 'inactive', 'expired')),
  supplier_product_code text check (length(supplier_product_code) <= 100),
  supplier_product_name text check (length(supplier_product_name) <= 255),
  currency              text not null check (length(currency) = 3),
  base_price            numeric(12,2) not null,
  discount_type         text not null default 'none' check (discount_type in ('none', 'percentage', 'fixed')),
  discount_value        numeric(12,2) not null default 0,
  effective_price       numeric(12,2) not null default 0,
  unit_of_measure       text not null default 'each' check (length(unit_of_measure) <= 20),
  min_quantity          numeric(12,3) not null default 1,
  max_quantity          numeric(12,3),
  min_order_qty         numeric(12,3),
  order_multiple        numeric(12,3) not null default 1,
  lead_time_days        integer,
  effective_date        date not null default current_date,
  expiry_date           date,
  is_preferred_price    boolean not null default false,
  price_agreement_id    uuid,
  notes                 text check (length(notes) <= 1000),
  check (base_price >= 0),
  check (effective_price >= 0),
  check (min_quantity > 0),
  check (max_quantity is null or max_quantity >= min_quantity),
  check (expiry_date is null or expiry_date > effective_date),
  check (discount_type <> 'percentage' or discount_value between 0 and 100),
  check (order_multiple > 0),
  check (lead_time_days is null or lead_time_days >= 0),
  foreign key (organization_id, supplier_id) references suppliers.suppliers,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, price_agreement_id) references suppliers.price_agreements
);
create unique index supplier_price_lists_effective_date_key on suppliers.supplier_price_lists (organization_id, supplier_id, product_id, min_quantity, currency, effective_date);
create index on suppliers.supplier_price_lists (organization_id, product_id, status, effective_price);
create index on suppliers.supplier_price_lists (organization_id, supplier_id, status);
create index on suppliers.supplier_price_lists (organization_id, expiry_date);
create index on suppliers.supplier_price_lists (organization_id, price_agreement_id);
call platform.protect('suppliers.supplier_price_lists');
--rollback drop table suppliers.supplier_price_lists;
