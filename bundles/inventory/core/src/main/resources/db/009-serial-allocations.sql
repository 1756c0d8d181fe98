--liquibase formatted sql

--changeset inventory:009
create table inventory.serial_allocations (
  like platform.tenant_row including all,
  serialized_item_id uuid not null,
  reservation_id     uuid not null,
  is_active          boolean not null default true,
  allocated_at       timestamptz not null default now(),
  released_at        timestamptz,
  check (is_active = true or released_at is not null),
  foreign key (organization_id, serialized_item_id) references inventory.serialized_items,
  foreign key (organization_id, reservation_id) references inventory.stock_reservations
);
create unique index serial_allocations_serialized_item_id_reservation_id_key on inventory.serial_allocations (organization_id, serialized_item_id, reservation_id);
create unique index serial_allocations_serialized_item_id_key on inventory.serial_allocations (organization_id, serialized_item_id)
  where is_active;
create index on inventory.serial_allocations (organization_id, reservation_id, is_active);
call platform.protect('inventory.serial_allocations');
--rollback drop table inventory.serial_allocations;
