--liquibase formatted sql

--changeset inventory:016
create table inventory.inventory_alert_events (
  like platform.tenant_row including all,
  inventory_alert_id uuid not null,
  product_id         uuid not null,
  location_id        uuid,
  lot_number         text not null default '' check (length(lot_number) <= 60),
  status             text not null default 'open' check (status in ('open', 'acknowledged', 'resolved')),
  measured_value     numeric(12,3) not null,
  threshold_value    numeric(12,3) not null,
  message            text not null check (length(message) <= 500),
  triggered_at       timestamptz not null default now(),
  acknowledged_by    uuid,
  acknowledged_at    timestamptz,
  resolved_at        timestamptz,
  escalated_at       timestamptz,
  check (status <> 'resolved' or resolved_at is not null),
  check ((acknowledged_by is null) = (acknowledged_at is null)),
  foreign key (organization_id, inventory_alert_id) references inventory.inventory_alerts,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, acknowledged_by) references users.users
);
create index on inventory.inventory_alert_events (organization_id, status, triggered_at);
create index on inventory.inventory_alert_events (organization_id, inventory_alert_id, product_id, location_id);
create index on inventory.inventory_alert_events (organization_id, product_id);
create index on inventory.inventory_alert_events (organization_id, location_id);
create index on inventory.inventory_alert_events (organization_id, acknowledged_by);
create unique index inventory_alert_events_open_key on inventory.inventory_alert_events
  (organization_id, inventory_alert_id, product_id, location_id, lot_number) nulls not distinct where status <> 'resolved';
call platform.protect('inventory.inventory_alert_events');
--rollback drop table inventory.inventory_alert_events;
