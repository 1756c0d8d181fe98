--liquibase formatted sql

--changeset products:004
create table products.product_price_tiers (
  like platform.tenant_row including all,
  product_id       uuid not null,
  min_quantity     numeric(12,3) not null default 1,
  max_quantity     numeric(12,3),
  price            numeric(12,2),
  discount_percent numeric(5,2),
  valid_from       date,
  valid_to         date,
  is_active        boolean not null default true,
  check (min_quantity > 0),
  check (max_quantity is null or max_quantity >= min_quantity),
  check ((price is null) <> (discount_percent is null)),
  check (price is null or price >= 0),
  check (discount_percent is null or discount_percent between 0 and 100),
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  foreign key (organization_id, product_id) references products.products
);
create index on products.product_price_tiers (organization_id, product_id);
call platform.protect('products.product_price_tiers');
--rollback drop table products.product_price_tiers;
