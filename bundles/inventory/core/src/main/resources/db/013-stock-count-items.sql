--liquibase formatted sql

--changeset inventory:013
create table inventory.stock_count_items (
  like platform.tenant_row including all,
  stock_count_id           uuid not null,
  inventory_id             uuid not null,
  product_id               uuid not null,
  warehouse_location_id    uuid not null,
  status                   text not null default 'pending' check (status in ('pending', 'counted', 'recount', 'reviewed')),
  expected_quantity        numeric(12,3) not null,
  expected_movement_number bigint not null,
  counted_quantity         numeric(12,3),
  variance_quantity        numeric(12,3) generated always as (counted_quantity - expected_quantity) stored,
  variance_value           numeric(12,2),
  variance_reason          text
                            check (variance_reason in ('found', 'lost', 'damaged', 'expired', 'theft', 'data_entry', 'sample',
                                    'internal_use', 'opening_balance', 'revaluation', 'other')),
  counted_serial_numbers   text[],
  count_attempts           integer not null default 0,
  counted_by               uuid,
  counted_at               timestamptz,
  reviewed_by              uuid,
  reviewed_at              timestamptz,
  notes                    text check (length(notes) <= 500),
  check (counted_quantity is null or counted_quantity >= 0),
  check ((counted_by is null) = (counted_at is null)),
  foreign key (organization_id, stock_count_id) references inventory.stock_counts,
  foreign key (organization_id, inventory_id) references inventory.inventory,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, warehouse_location_id) references inventory.warehouse_locations,
  foreign key (organization_id, counted_by) references users.users,
  foreign key (organization_id, reviewed_by) references users.users
);
create unique index stock_count_items_stock_count_id_inventory_id_key on inventory.stock_count_items (organization_id, stock_count_id, inventory_id);
create index on inventory.stock_count_items (organization_id, stock_count_id, status);
create index on inventory.stock_count_items (organization_id, inventory_id);
create index on inventory.stock_count_items (organization_id, product_id);
create index on inventory.stock_count_items (organization_id, warehouse_location_id);
create index on inventory.stock_count_items (organization_id, counted_by);
create index on inventory.stock_count_items (organization_id, reviewed_by);
call platform.protect('inventory.stock_count_items');
--rollback drop table inventory.stock_count_items;
