--liquibase formatted sql

--changeset inventory:008
create table inventory.serialized_item_events (
  like platform.tenant_row including all,
  serialized_item_id uuid not null,
  event_type         text not null
                      check (event_type in ('received', 'allocated', 'deallocated', 'moved', 'shipped', 'installed', 'removed', 'returned',
                              'warranty_registered', 'warranty_claimed', 'rma_requested', 'rma_received', 'status_changed', 'corrected',
                              'noted')),
  from_status        text
                      check (from_status in ('available', 'allocated', 'shipped', 'installed', 'returned', 'quarantined', 'in_repair', 'scrapped')),
  to_status          text
                      check (to_status in ('available', 'allocated', 'shipped', 'installed', 'returned', 'quarantined', 'in_repair', 'scrapped')),
  entity_type        text check (length(entity_type) <= 60),
  entity_id          uuid,
  movement_id        uuid,
  occurred_at        timestamptz not null default now(),
  notes              text check (length(notes) <= 1000),
  foreign key (organization_id, serialized_item_id) references inventory.serialized_items,
  foreign key (organization_id, movement_id) references inventory.inventory_movements
);
create index on inventory.serialized_item_events (organization_id, serialized_item_id, occurred_at);
create index on inventory.serialized_item_events (organization_id, entity_type, entity_id);
create index on inventory.serialized_item_events (organization_id, movement_id);
call platform.protect('inventory.serialized_item_events');
call platform.append_only('inventory.serialized_item_events');
--rollback drop table inventory.serialized_item_events;
