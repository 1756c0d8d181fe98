--liquibase formatted sql

--changeset suppliers:017
create table suppliers.supplier_price_history (
  like platform.tenant_row including all,
  supplier_id     uuid not null,
  product_id      uuid not null,
  price_list_id   uuid,
  price_change_id uuid,
  currency        text not null check (length(currency) = 3),
  previous_price  numeric(12,2),
  new_price       numeric(12,2) not null,
  price_change    numeric(12,2) not null default 0,
  change_percent  numeric(5,2),
  change_reason   text check (length(change_reason) <= 500),
  effective_date  date not null,
  changed_by      uuid,
  changed_at      timestamptz not null default now(),
  foreign key (organization_id, supplier_id) references suppliers.suppliers,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, price_list_id) references suppliers.supplier_price_lists,
  foreign key (organization_id, price_change_id) references suppliers.price_change_history,
  foreign key (organization_id, changed_by) references users.users
);
create index on suppliers.supplier_price_history (organization_id, product_id, effective_date);
create index on suppliers.supplier_price_history (organization_id, supplier_id, effective_date);
create index on suppliers.supplier_price_history (organization_id, price_list_id);
create index on suppliers.supplier_price_history (organization_id, price_change_id);
create index on suppliers.supplier_price_history (organization_id, changed_by);
call platform.protect('suppliers.supplier_price_history');
call platform.append_only('suppliers.supplier_price_history');
--rollback drop table suppliers.supplier_price_history;
