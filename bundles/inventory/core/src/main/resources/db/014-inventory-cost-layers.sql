--liquibase formatted sql

--changeset inventory:014
create table inventory.inventory_cost_layers (
  like platform.tenant_row including all,
  inventory_id       uuid not null,
  product_id         uuid not null,
  received_at        timestamptz not null,
  quantity_received  numeric(12,3) not null,
  quantity_remaining numeric(12,3) not null,
  unit_cost          numeric(12,2) not null,
  cost_total         numeric(12,2) not null,
  cost_remaining     numeric(12,2) not null,
  currency           text not null check (length(currency) <= 3),
  source_currency    text check (length(source_currency) <= 3),
  exchange_rate      numeric(18,8),
  reference_type     text not null
                      check (reference_type in ('purchase_order', 'manual_receive', 'adjustment', 'transfer', 'rma', 'stock_count',
                              'opening_balance')),
  reference_id       uuid,
  origin_layer_id    uuid,
  movement_id        uuid not null,
  expiry_date        date,
  check (quantity_received > 0),
  check (quantity_remaining between 0 and quantity_received),
  check (cost_total >= 0),
  check (cost_remaining between 0 and cost_total),
  check (quantity_remaining > 0 or cost_remaining = 0),
  foreign key (organization_id, inventory_id) references inventory.inventory,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, origin_layer_id) references inventory.inventory_cost_layers,
  foreign key (organization_id, movement_id) references inventory.inventory_movements
);
create index on inventory.inventory_cost_layers (organization_id, inventory_id, received_at);
create index on inventory.inventory_cost_layers (organization_id, product_id, received_at);
create index on inventory.inventory_cost_layers (organization_id, reference_type, reference_id);
create index on inventory.inventory_cost_layers (organization_id, origin_layer_id);
create index on inventory.inventory_cost_layers (organization_id, movement_id);
call platform.protect('inventory.inventory_cost_layers');
--rollback drop table inventory.inventory_cost_layers;
