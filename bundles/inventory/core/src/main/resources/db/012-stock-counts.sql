--liquibase formatted sql

--changeset inventory:012
create table inventory.stock_counts (
  like platform.tenant_row including all,
  count_code            text not null check (length(count_code) <= 20),
  status                text not null default 'draft' check (status in ('draft', 'in_progress', 'in_review', 'completed', 'cancelled')),
  count_type            text not null default 'cycle' check (count_type in ('full', 'cycle', 'spot', 'annual')),
  location_id           uuid,
  warehouse_location_id uuid,
  category_id           uuid,
  is_blind              boolean not null default true,
  assigned_to           uuid,
  scheduled_for         date,
  started_at            timestamptz,
  completed_at          timestamptz,
  approved_by           uuid,
  approved_at           timestamptz,
  variance_threshold    numeric(5,2) not null default 5.0,
  items_total           integer not null default 0,
  items_counted         integer not null default 0,
  items_with_variance   integer not null default 0,
  variance_value        numeric(12,2) not null default 0,
  instructions          text check (length(instructions) <= 2000),
  notes                 text check (length(notes) <= 2000),
  metadata              jsonb,
  check (variance_threshold >= 0),
  check (items_counted <= items_total),
  check ((approved_by is null) = (approved_at is null)),
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, warehouse_location_id) references inventory.warehouse_locations,
  foreign key (organization_id, category_id) references products.categories,
  foreign key (organization_id, assigned_to) references users.users,
  foreign key (organization_id, approved_by) references users.users
);
create unique index stock_counts_count_code_key on inventory.stock_counts (organization_id, count_code);
create index on inventory.stock_counts (organization_id, status, scheduled_for);
create index on inventory.stock_counts (organization_id, location_id);
create index on inventory.stock_counts (organization_id, assigned_to, status);
create index on inventory.stock_counts (organization_id, warehouse_location_id);
create index on inventory.stock_counts (organization_id, category_id);
create index on inventory.stock_counts (organization_id, approved_by);
call platform.protect('inventory.stock_counts');
--rollback drop table inventory.stock_counts;
