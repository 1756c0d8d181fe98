--liquibase formatted sql

--changeset orders:003
create table orders.order_line_items (
  like platform.tenant_row including all,
  order_id         uuid not null,
  line_number      integer not null,
  line_type        text not null default 'item' check (line_type in ('item', 'bundle', 'component', 'section', 'note')),
  parent_line_id   uuid,
  product_id       uuid,
  sku              text check (length(sku) <= 100),
  description      text not null check (length(description) <= 2000),
  quantity         numeric(12,3) not null default 0,
  unit_of_measure  text check (length(unit_of_measure) <= 20),
  unit_price       numeric(12,2) not null default 0,
  price_source     text check (length(price_source) <= 40),
  discount_percent numeric(5,2),
  discount_amount  numeric(12,2),
  tax_type         text not null default 'gst' check (tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  tax_rate         numeric(5,2) not null default 0,
  line_subtotal    numeric(12,2) not null default 0,
  tax_amount       numeric(12,2) not null default 0,
  line_total       numeric(12,2) not null default 0,
  unit_cost        numeric(12,2),
  is_shippable     boolean not null default true,
  is_serialized    boolean not null default false,
  requested_date   date,
  location_id      uuid,
  pick_status      text not null default 'not_picked' check (pick_status in ('not_picked', 'picking', 'picked')),
  picked_at        timestamptz,
  picked_by        uuid,
  qty_reserved     numeric(12,3) not null default 0,
  qty_picked       numeric(12,3) not null default 0,
  qty_shipped      numeric(12,3) not null default 0,
  qty_delivered    numeric(12,3) not null default 0,
  qty_returned     numeric(12,3) not null default 0,
  notes            text check (length(notes) <= 500),
  check (quantity >= 0),
  check (line_type in ('section','note') or quantity > 0),
  check (unit_price >= 0),
  check (qty_picked between 0 and quantity),
  check (qty_shipped between 0 and quantity),
  check (qty_delivered between 0 and quantity),
  check (qty_returned between 0 and qty_delivered),
  check (qty_reserved >= 0),
  check (discount_percent is null or discount_percent between 0 and 100),
  check (discount_amount is null or discount_amount >= 0),
  check (line_total = line_subtotal + tax_amount),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, parent_line_id) references orders.order_line_items,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, picked_by) references users.users
);
alter table orders.order_line_items add constraint order_line_items_order_id_line_number_key
  unique (organization_id, order_id, line_number) deferrable initially deferred;
create index on orders.order_line_items (organization_id, product_id);
create index on orders.order_line_items (organization_id, pick_status);
create index on orders.order_line_items (organization_id, parent_line_id);
create index on orders.order_line_items (organization_id, requested_date);
create index on orders.order_line_items (organization_id, picked_by);
call platform.protect('orders.order_line_items');
--rollback drop table orders.order_line_items;
