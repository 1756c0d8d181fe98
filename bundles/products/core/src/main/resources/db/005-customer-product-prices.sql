--liquibase formatted sql

--changeset products:005
create table products.customer_product_prices (
  like platform.tenant_row including all,
  customer_id      uuid not null,
  product_id       uuid not null,
  price            numeric(12,2),
  discount_percent numeric(5,2),
  min_quantity     numeric(12,3) not null default 1,
  valid_from       date not null,
  valid_to         date,
  agreement_ref    text check (length(agreement_ref) <= 100),
  check ((price is null) <> (discount_percent is null)),
  check (price is null or price >= 0),
  check (discount_percent is null or discount_percent between 0 and 100),
  check (valid_to is null or valid_to >= valid_from),
  check (min_quantity > 0),
  foreign key (organization_id, product_id) references products.products
);
create unique index customer_product_prices_customer_id_product_id_valid_from_key on products.customer_product_prices (organization_id, customer_id, product_id, min_quantity, valid_from);
create index on products.customer_product_prices (organization_id, product_id);
create index on products.customer_product_prices (organization_id, customer_id, valid_to);
call platform.protect('products.customer_product_prices');
--rollback drop table products.customer_product_prices;
