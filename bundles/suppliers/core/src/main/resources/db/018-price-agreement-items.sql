--liquibase formatted sql

--changeset suppliers:018
create table suppliers.price_agreement_items (
  like platform.tenant_row including all,
  agreement_id       uuid not null,
  product_id         uuid not null,
  unit_price         numeric(12,2) not null,
  min_quantity       numeric(12,3) not null default 1,
  committed_quantity numeric(12,3),
  purchased_quantity numeric(12,3) not null default 0,
  lead_time_days     integer,
  notes              text check (length(notes) <= 500),
  check (unit_price >= 0),
  check (min_quantity > 0),
  foreign key (organization_id, agreement_id) references suppliers.price_agreements,
  foreign key (organization_id, product_id) references products.products
);
create unique index price_agreement_items_product_id_key on suppliers.price_agreement_items (organization_id, agreement_id, product_id, min_quantity);
create index on suppliers.price_agreement_items (organization_id, product_id);
call platform.protect('suppliers.price_agreement_items');
--rollback drop table suppliers.price_agreement_items;
