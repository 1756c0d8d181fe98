--liquibase formatted sql

--changeset orders:009
create table orders.order_amendment_items (
  like platform.tenant_row including all,
  amendment_id            uuid not null,
  action                  text not null check (action in ('add', 'modify', 'remove')),
  order_line_item_id      uuid,
  product_id              uuid,
  description             text check (length(description) <= 500),
  quantity_before         numeric(12,3),
  quantity_after          numeric(12,3),
  unit_price_before       numeric(12,2),
  unit_price_after        numeric(12,2),
  discount_percent_before numeric(5,2),
  discount_percent_after  numeric(5,2),
  discount_amount_before  numeric(12,2),
  discount_amount_after   numeric(12,2),
  check (quantity_after is null or quantity_after >= 0),
  check (unit_price_after is null or unit_price_after >= 0),
  check (action = 'add' or order_line_item_id is not null),
  foreign key (organization_id, amendment_id) references orders.order_amendments,
  foreign key (organization_id, order_line_item_id) references orders.order_line_items,
  foreign key (organization_id, product_id) references products.products
);
create index on orders.order_amendment_items (organization_id, amendment_id);
create index on orders.order_amendment_items (organization_id, order_line_item_id);
create index on orders.order_amendment_items (organization_id, product_id);
call platform.protect('orders.order_amendment_items');
--rollback drop table orders.order_amendment_items;
