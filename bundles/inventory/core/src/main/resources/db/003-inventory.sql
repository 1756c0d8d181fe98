--liquibase formatted sql

--changeset inventory:003
create table inventory.inventory (
  like platform.tenant_row including all,
  product_id            uuid not null,
  location_id           uuid not null,
  warehouse_location_id uuid not null,
  lot_number            text not null default '' check (length(lot_number) <= 60),
  status                text not null default 'available' check (status in ('available', 'quarantined', 'damaged', 'returned')),
  ownership             text not null default 'own' check (ownership in ('own', 'supplier_consignment', 'customer')),
  quantity_on_hand      numeric(12,3) not null default 0,
  quantity_allocated    numeric(12,3) not null default 0,
  quantity_available    numeric(12,3) generated always as (quantity_on_hand - quantity_allocated) stored not null,
  unit_cost             numeric(12,2) not null default 0,
  total_value           numeric(12,2) not null default 0,
  expiry_date           date,
  last_movement_at      timestamptz,
  last_counted_at       timestamptz,
  check (quantity_allocated >= 0),
  check (quantity_allocated <= quantity_on_hand or quantity_on_hand < 0),
  check (total_value >= 0 or quantity_on_hand < 0),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, warehouse_location_id) references inventory.warehouse_locations
);
create unique index inventory_warehouse_location_id_key on inventory.inventory (organization_id, product_id, warehouse_location_id, lot_number, status, ownership);
create index on inventory.inventory (organization_id, product_id, location_id);
create index on inventory.inventory (organization_id, location_id, status);
create index on inventory.inventory (organization_id, expiry_date);
create index on inventory.inventory (organization_id, last_movement_at);
create index on inventory.inventory (organization_id, warehouse_location_id);
call platform.protect('inventory.inventory');
--rollback drop table inventory.inventory;
