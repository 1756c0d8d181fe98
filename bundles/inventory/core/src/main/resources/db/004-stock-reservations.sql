--liquibase formatted sql

--changeset inventory:004
create table inventory.stock_reservations (
  like platform.tenant_row including all,
  product_id         uuid not null,
  location_id        uuid,
  demand_type        text not null check (length(demand_type) <= 60),
  demand_id          uuid not null,
  demand_line_id     uuid not null,
  demand_number      text check (length(demand_number) <= 50),
  quantity           numeric(12,3) not null,
  quantity_fulfilled numeric(12,3) not null default 0,
  quantity_released  numeric(12,3) not null default 0,
  status             text not null default 'active' check (status in ('active', 'partially_fulfilled', 'fulfilled', 'released', 'expired')),
  priority           integer not null default 100,
  needed_by          date,
  expires_at         timestamptz,
  released_at        timestamptz,
  release_reason     text check (length(release_reason) <= 200),
  check (quantity > 0),
  check (quantity_fulfilled >= 0),
  check (quantity_released >= 0),
  check (quantity_fulfilled + quantity_released <= quantity),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, location_id) references inventory.locations
);
create unique index stock_reservations_demand_type_demand_line_id_product_id_key on inventory.stock_reservations (organization_id, demand_type, demand_line_id, product_id);
create index on inventory.stock_reservations (organization_id, product_id, status);
create index on inventory.stock_reservations (organization_id, demand_type, demand_id);
create index on inventory.stock_reservations (organization_id, status, expires_at);
create index on inventory.stock_reservations (organization_id, location_id);
call platform.protect('inventory.stock_reservations');
--rollback drop table inventory.stock_reservations;
