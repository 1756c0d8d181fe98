--liquibase formatted sql

--changeset orders:007
create table orders.order_line_serials (
  like platform.tenant_row including all,
  order_line_item_id uuid not null,
  product_id         uuid not null,
  serial_number      text not null check (length(serial_number) <= 100),
  status             text not null default 'allocated' check (status in ('allocated', 'shipped', 'delivered', 'returned')),
  shipment_item_id   uuid,
  allocated_at       timestamptz not null,
  returned_at        timestamptz,
  foreign key (organization_id, order_line_item_id) references orders.order_line_items,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, shipment_item_id) references orders.shipment_items
);
create unique index order_line_serials_order_line_item_id_serial_number_key on orders.order_line_serials (organization_id, order_line_item_id, serial_number);
create unique index order_line_serials_product_id_serial_number_key on orders.order_line_serials (organization_id, product_id, serial_number)
  where status in ('allocated','shipped');
create index on orders.order_line_serials (organization_id, product_id, serial_number);
create index on orders.order_line_serials (organization_id, shipment_item_id);
create index on orders.order_line_serials (organization_id, status);
call platform.protect('orders.order_line_serials');
--rollback drop table orders.order_line_serials;
