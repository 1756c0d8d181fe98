--liquibase formatted sql

--changeset suppliers:010
create table suppliers.purchase_order_receipts (
  like platform.tenant_row including all,
  purchase_order_id       uuid not null,
  receipt_number          text not null check (length(receipt_number) <= 30),
  status                  text not null default 'pending_inspection'
                           check (status in ('pending_inspection', 'accepted', 'partially_accepted', 'rejected', 'reversed')),
  location_id             uuid,
  received_by             uuid not null,
  received_at             timestamptz not null default now(),
  carrier                 text check (length(carrier) <= 100),
  tracking_number         text check (length(tracking_number) <= 100),
  delivery_reference      text check (length(delivery_reference) <= 100),
  package_count           integer,
  total_items_expected    numeric(12,3) not null default 0,
  total_items_received    numeric(12,3) not null default 0,
  total_items_accepted    numeric(12,3) not null default 0,
  total_items_rejected    numeric(12,3) not null default 0,
  inspection_requirement  text not null default 'none' check (inspection_requirement in ('none', 'sample', 'full')),
  inspection_completed_at timestamptz,
  inspection_completed_by uuid,
  inventory_posting_id    uuid,
  reversed_at             timestamptz,
  reversed_by             uuid,
  reversal_reason         text check (length(reversal_reason) <= 500),
  quality_notes           text check (length(quality_notes) <= 2000),
  notes                   text check (length(notes) <= 2000),
  check (total_items_accepted + total_items_rejected <= total_items_received),
  check ((inspection_completed_at is null) = (inspection_completed_by is null)),
  check ((reversed_at is null) = (reversed_by is null)),
  foreign key (organization_id, purchase_order_id) references suppliers.purchase_orders,
  foreign key (organization_id, received_by) references users.users,
  foreign key (organization_id, inspection_completed_by) references users.users,
  foreign key (organization_id, reversed_by) references users.users
);
create unique index purchase_order_receipts_receipt_number_key on suppliers.purchase_order_receipts (organization_id, receipt_number);
create index on suppliers.purchase_order_receipts (organization_id, purchase_order_id, received_at);
create index on suppliers.purchase_order_receipts (organization_id, status, received_at);
create index on suppliers.purchase_order_receipts (organization_id, received_by);
create index on suppliers.purchase_order_receipts (organization_id, inspection_completed_by);
create index on suppliers.purchase_order_receipts (organization_id, reversed_by);
call platform.protect('suppliers.purchase_order_receipts');
--rollback drop table suppliers.purchase_order_receipts;
