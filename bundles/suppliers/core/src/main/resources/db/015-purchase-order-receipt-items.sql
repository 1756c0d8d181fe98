--liquibase formatted sql

--changeset suppliers:015
create table suppliers.purchase_order_receipt_items (
  like platform.tenant_row including all,
  receipt_id             uuid not null,
  purchase_order_item_id uuid not null,
  line_number            integer not null,
  quantity_expected      numeric(12,3) not null,
  quantity_received      numeric(12,3) not null,
  quantity_accepted      numeric(12,3) not null default 0,
  quantity_rejected      numeric(12,3) not null default 0,
  condition              text not null default 'new' check (condition in ('new', 'refurbished', 'used', 'damaged')),
  rejection_reason       text
                          check (rejection_reason in ('damaged', 'wrong_item', 'quality_issue', 'short_shipment', 'over_shipment', 'expired',
                                  'other')),
  quality_notes          text check (length(quality_notes) <= 1000),
  warehouse_location_id  uuid,
  lot_number             text check (length(lot_number) <= 60),
  expiry_date            date,
  serial_numbers         text[],
  unit_cost_base         numeric(12,2) not null default 0,
  landed_cost_total      numeric(12,2) not null default 0,
  check (quantity_received > 0),
  check (quantity_accepted >= 0),
  check (quantity_rejected >= 0),
  check (quantity_accepted + quantity_rejected <= quantity_received),
  check (quantity_rejected = 0 or rejection_reason is not null),
  foreign key (organization_id, receipt_id) references suppliers.purchase_order_receipts,
  foreign key (organization_id, purchase_order_item_id) references suppliers.purchase_order_items
);
create unique index purchase_order_receipt_items_receipt_id_line_number_key on suppliers.purchase_order_receipt_items (organization_id, receipt_id, line_number);
create index on suppliers.purchase_order_receipt_items (organization_id, purchase_order_item_id);
create index on suppliers.purchase_order_receipt_items (organization_id, lot_number);
call platform.protect('suppliers.purchase_order_receipt_items');
--rollback drop table suppliers.purchase_order_receipt_items;
