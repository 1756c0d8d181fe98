--liquibase formatted sql

--changeset orders:006
create table orders.shipment_items (
  like platform.tenant_row including all,
  shipment_id        uuid not null,
  order_line_item_id uuid not null,
  quantity           numeric(12,3) not null,
  lot_number         text check (length(lot_number) <= 100),
  expiry_date        date,
  notes              text check (length(notes) <= 500),
  check (quantity > 0),
  foreign key (organization_id, shipment_id) references orders.order_shipments,
  foreign key (organization_id, order_line_item_id) references orders.order_line_items
);
create unique index shipment_items_shipment_id_order_line_item_id_lot_number_key on orders.shipment_items (organization_id, shipment_id, order_line_item_id, lot_number) nulls not distinct;
create index on orders.shipment_items (organization_id, order_line_item_id);
call platform.protect('orders.shipment_items');
--rollback drop table orders.shipment_items;
