--liquibase formatted sql

--changeset suppliers:016
create table suppliers.price_change_history (
  like platform.tenant_row including all,
  supplier_id      uuid not null,
  price_list_id    uuid,
  agreement_id     uuid,
  status           text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'applied', 'cancelled')),
  previous_price   numeric(12,2),
  new_price        numeric(12,2) not null,
  price_change     numeric(12,2),
  change_percent   numeric(5,2),
  change_reason    text check (length(change_reason) <= 500),
  effective_date   date,
  requested_by     uuid not null,
  requested_at     timestamptz not null default now(),
  decided_by       uuid,
  decided_at       timestamptz,
  rejection_reason text check (length(rejection_reason) <= 500),
  applied_by       uuid,
  applied_at       timestamptz,
  notes            text check (length(notes) <= 1000),
  check (new_price >= 0),
  check (num_nonnulls(price_list_id, agreement_id) >= 1),
  check ((decided_by is null) = (decided_at is null)),
  check ((applied_by is null) = (applied_at is null)),
  foreign key (organization_id, supplier_id) references suppliers.suppliers,
  foreign key (organization_id, price_list_id) references suppliers.supplier_price_lists,
  foreign key (organization_id, agreement_id) references suppliers.price_agreements,
  foreign key (organization_id, requested_by) references users.users,
  foreign key (organization_id, decided_by) references users.users,
  foreign key (organization_id, applied_by) references users.users
);
create index on suppliers.price_change_history (organization_id, status, requested_at);
create index on suppliers.price_change_history (organization_id, supplier_id, status);
create index on suppliers.price_change_history (organization_id, price_list_id);
create index on suppliers.price_change_history (organization_id, agreement_id);
create index on suppliers.price_change_history (organization_id, requested_by);
create index on suppliers.price_change_history (organization_id, decided_by);
create index on suppliers.price_change_history (organization_id, applied_by);
call platform.protect('suppliers.price_change_history');
--rollback drop table suppliers.price_change_history;
