--liquibase formatted sql

--changeset inventory:011
create table inventory.stock_transfer_items (
  like platform.tenant_row including all,
  transfer_id                uuid not null,
  line_number                integer not null,
  product_id                 uuid not null,
  lot_number                 text not null default '' check (length(lot_number) <= 60),
  from_warehouse_location_id uuid,
  to_warehouse_location_id   uuid,
  quantity                   numeric(12,3) not null,
  quantity_shipped           numeric(12,3) not null default 0,
  quantity_received          numeric(12,3) not null default 0,
  quantity_lost              numeric(12,3) not null default 0,
  serial_numbers             text[],
  notes                      text check (length(notes) <= 500),
  check (quantity > 0),
  check (quantity_shipped >= 0),
  check (quantity_shipped <= quantity),
  check (quantity_received + quantity_lost <= quantity_shipped),
  foreign key (organization_id, transfer_id) references inventory.stock_transfers,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, from_warehouse_location_id) references inventory.warehouse_locations,
  foreign key (organization_id, to_warehouse_location_id) references inventory.warehouse_locations
);
create unique index stock_transfer_items_transfer_id_line_number_key on inventory.stock_transfer_items (organization_id, transfer_id, line_number);
create index on inventory.stock_transfer_items (organization_id, product_id);
create index on inventory.stock_transfer_items (organization_id, from_warehouse_location_id);
create index on inventory.stock_transfer_items (organization_id, to_warehouse_location_id);
call platform.protect('inventory.stock_transfer_items');
--rollback drop table inventory.stock_transfer_items;
