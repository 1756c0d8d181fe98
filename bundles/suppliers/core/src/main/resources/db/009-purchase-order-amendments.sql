--liquibase formatted sql

--changeset suppliers:009
create table suppliers.purchase_order_amendments (
  like platform.tenant_row including all,
  purchase_order_id    uuid not null,
  amendment_number     integer not null,
  status               text not null default 'requested' check (status in ('requested', 'approved', 'rejected', 'applied', 'cancelled')),
  reason               text not null check (length(reason) <= 1000),
  requested_by         uuid not null,
  requested_at         timestamptz not null default now(),
  total_before         numeric(12,2) not null default 0,
  total_after          numeric(12,2) not null default 0,
  approval_round       integer check (approval_round > 0),
  decided_by           uuid,
  decided_at           timestamptz,
  rejection_reason     text check (length(rejection_reason) <= 500),
  applied_by           uuid,
  applied_at           timestamptz,
  supplier_notified_at timestamptz,
  notes                text check (length(notes) <= 2000),
  check (amendment_number > 0),
  check ((decided_by is null) = (decided_at is null)),
  check ((applied_by is null) = (applied_at is null)),
  foreign key (organization_id, purchase_order_id) references suppliers.purchase_orders,
  foreign key (organization_id, requested_by) references users.users,
  foreign key (organization_id, decided_by) references users.users,
  foreign key (organization_id, applied_by) references users.users
);
create unique index purchase_order_amendments_amendment_number_key on suppliers.purchase_order_amendments (organization_id, purchase_order_id, amendment_number);
create index on suppliers.purchase_order_amendments (organization_id, status, requested_at);
create index on suppliers.purchase_order_amendments (organization_id, requested_by);
create index on suppliers.purchase_order_amendments (organization_id, decided_by);
create index on suppliers.purchase_order_amendments (organization_id, applied_by);
call platform.protect('suppliers.purchase_order_amendments');
--rollback drop table suppliers.purchase_order_amendments;
