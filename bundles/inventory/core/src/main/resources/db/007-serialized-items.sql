--liquibase formatted sql

--changeset inventory:007
create table inventory.serialized_items (
  like platform.tenant_row including all,
  product_id                  uuid not null,
  serial_number_raw           text not null check (length(serial_number_raw) <= 100),
  serial_number_normalized    text not null check (length(serial_number_normalized) <= 100),
  asset_tag                   text check (length(asset_tag) <= 60),
  status                      text not null default 'available'
                               check (status in ('available', 'allocated', 'shipped', 'installed', 'returned', 'quarantined', 'in_repair',
                                       'scrapped')),
  inventory_id                uuid,
  source_receipt_item_id      uuid,
  supplier_id                 uuid,
  order_line_item_id          uuid,
  shipment_id                 uuid,
  job_id                      uuid,
  customer_id                 uuid,
  received_at                 timestamptz,
  shipped_at                  timestamptz,
  installed_at                timestamptz,
  unit_cost                   numeric(12,2) not null default 0,
  manufacturer_warranty_until date,
  firmware_version            text check (length(firmware_version) <= 60),
  replaced_by_id              uuid,
  notes                       text check (length(notes) <= 2000),
  check (length(serial_number_normalized) > 0),
  check (status not in ('available','allocated','quarantined') or inventory_id is not null),
  check (status not in ('shipped','installed','scrapped') or inventory_id is null),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, inventory_id) references inventory.inventory,
  foreign key (organization_id, replaced_by_id) references inventory.serialized_items
);
create unique index serialized_items_product_id_serial_number_normalized_key on inventory.serialized_items (organization_id, product_id, serial_number_normalized);
create index on inventory.serialized_items (organization_id, serial_number_normalized);
create index on inventory.serialized_items (organization_id, product_id, status);
create index on inventory.serialized_items (organization_id, inventory_id);
create index on inventory.serialized_items (organization_id, customer_id);
create index on inventory.serialized_items (organization_id, order_line_item_id);
create index on inventory.serialized_items (organization_id, replaced_by_id);
call platform.protect('inventory.serialized_items');
--rollback drop table inventory.serialized_items;
