--liquibase formatted sql

--changeset inventory:006
create table inventory.stock_reservation_allocations (
  like platform.tenant_row including all,
  reservation_id     uuid not null,
  inventory_id       uuid not null,
  quantity           numeric(12,3) not null,
  quantity_fulfilled numeric(12,3) not null default 0,
  check (quantity > 0),
  check (quantity_fulfilled between 0 and quantity),
  foreign key (organization_id, reservation_id) references inventory.stock_reservations,
  foreign key (organization_id, inventory_id) references inventory.inventory
);
create unique index stock_reservation_allocations_reservation_id_inventory_id_key on inventory.stock_reservation_allocations (organization_id, reservation_id, inventory_id);
create index on inventory.stock_reservation_allocations (organization_id, inventory_id);
call platform.protect('inventory.stock_reservation_allocations');
--rollback drop table inventory.stock_reservation_allocations;
