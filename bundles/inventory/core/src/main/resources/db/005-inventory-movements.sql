--liquibase formatted sql

--changeset inventory:005
create table inventory.inventory_movements (
  like platform.tenant_row including all,
  movement_number       bigint not null,
  posting_id            uuid not null,
  inventory_id          uuid not null,
  product_id            uuid not null,
  location_id           uuid not null,
  warehouse_location_id uuid not null,
  movement_type         text not null
                         check (movement_type in ('receive', 'allocate', 'deallocate', 'pick', 'unpick', 'ship', 'issue', 'return',
                                 'transfer', 'adjust', 'count', 'scrap', 'status_change', 'revalue')),
  quantity              numeric(12,3) not null,
  affects_on_hand       boolean not null default true,
  previous_quantity     numeric(12,3) not null,
  new_quantity          numeric(12,3) not null,
  unit_cost             numeric(12,2) not null default 0,
  total_cost            numeric(12,2) not null default 0,
  reference_type        text not null default 'inventory.manual' check (length(reference_type) <= 60),
  reference_id          uuid,
  reference_line_id     uuid,
  reference_number      text check (length(reference_number) <= 50),
  reservation_id        uuid,
  reason                text
                         check (reason in ('found', 'lost', 'damaged', 'expired', 'theft', 'data_entry', 'sample', 'internal_use',
                                 'opening_balance', 'revaluation', 'other')),
  reversal_of_id        uuid,
  occurred_at           timestamptz not null default now(),
  notes                 text check (length(notes) <= 1000),
  metadata              jsonb,
  check (quantity <> 0 or movement_type in ('revalue','count')),
  check (affects_on_hand = false or new_quantity = previous_quantity + quantity),
  foreign key (organization_id, inventory_id) references inventory.inventory,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, warehouse_location_id) references inventory.warehouse_locations,
  foreign key (organization_id, reservation_id) references inventory.stock_reservations,
  foreign key (organization_id, reversal_of_id) references inventory.inventory_movements
);
create unique index inventory_movements_movement_number_key on inventory.inventory_movements (organization_id, movement_number);
create unique index inventory_movements_reversal_of_id_key on inventory.inventory_movements (organization_id, reversal_of_id);
create index on inventory.inventory_movements (organization_id, product_id, occurred_at);
create index on inventory.inventory_movements (organization_id, inventory_id, movement_number);
create index on inventory.inventory_movements (organization_id, reference_type, reference_id);
create index on inventory.inventory_movements (organization_id, movement_type, occurred_at);
create index on inventory.inventory_movements (organization_id, location_id, occurred_at);
create index on inventory.inventory_movements (organization_id, posting_id);
create index on inventory.inventory_movements (organization_id, warehouse_location_id);
create index on inventory.inventory_movements (organization_id, reservation_id);
call platform.protect('inventory.inventory_movements');
call platform.append_only('inventory.inventory_movements');
--rollback drop table inventory.inventory_movements;

--changeset inventory:005-numbers
create sequence inventory.movement_numbers;
grant usage on sequence inventory.movement_numbers to renoz_m_inventory;
--rollback drop sequence inventory.movement_numbers;
