--liquibase formatted sql

--changeset inventory:010
create table inventory.stock_transfers (
  like platform.tenant_row including all,
  transfer_number  text not null check (length(transfer_number) <= 30),
  from_location_id uuid not null,
  to_location_id   uuid not null,
  status           text not null default 'draft' check (status in ('draft', 'in_transit', 'partially_received', 'received', 'cancelled')),
  job_id           uuid,
  requested_by     uuid,
  needed_by        date,
  shipped_at       timestamptz,
  shipped_by       uuid,
  received_at      timestamptz,
  received_by      uuid,
  carrier          text check (length(carrier) <= 100),
  tracking_number  text check (length(tracking_number) <= 100),
  cancel_reason    text check (length(cancel_reason) <= 500),
  notes            text check (length(notes) <= 2000),
  check (from_location_id <> to_location_id),
  check (status not in ('in_transit','partially_received','received') or shipped_at is not null),
  foreign key (organization_id, from_location_id) references inventory.locations,
  foreign key (organization_id, to_location_id) references inventory.locations,
  foreign key (organization_id, requested_by) references users.users,
  foreign key (organization_id, shipped_by) references users.users,
  foreign key (organization_id, received_by) references users.users
);
create unique index stock_transfers_transfer_number_key on inventory.stock_transfers (organization_id, transfer_number);
create index on inventory.stock_transfers (organization_id, status, needed_by);
create index on inventory.stock_transfers (organization_id, from_location_id, status);
create index on inventory.stock_transfers (organization_id, to_location_id, status);
create index on inventory.stock_transfers (organization_id, requested_by);
create index on inventory.stock_transfers (organization_id, shipped_by);
create index on inventory.stock_transfers (organization_id, received_by);
call platform.protect('inventory.stock_transfers');
--rollback drop table inventory.stock_transfers;
