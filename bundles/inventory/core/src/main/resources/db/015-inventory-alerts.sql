--liquibase formatted sql

--changeset inventory:015
create table inventory.inventory_alerts (
  like platform.tenant_row including all,
  name                  text not null check (length(name) <= 120),
  alert_type            text not null
                         check (alert_type in ('low_stock', 'out_of_stock', 'overstock', 'expiry', 'slow_moving', 'forecast_deviation')),
  product_id            uuid,
  category_id           uuid,
  location_id           uuid,
  min_quantity          numeric(12,3),
  max_quantity          numeric(12,3),
  days_before_expiry    integer,
  days_without_movement integer,
  deviation_percent     numeric(5,2),
  is_active             boolean not null default true,
  notify_roles          text[],
  escalation_user_id    uuid,
  escalate_after_hours  integer,
  last_triggered_at     timestamptz,
  check (min_quantity is null or min_quantity >= 0),
  check (max_quantity is null or min_quantity is null or max_quantity >= min_quantity),
  check (days_before_expiry is null or days_before_expiry > 0),
  check (days_without_movement is null or days_without_movement > 0),
  check (deviation_percent is null or deviation_percent > 0),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, category_id) references products.categories,
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, escalation_user_id) references users.users
);
create index on inventory.inventory_alerts (organization_id, is_active, alert_type);
create index on inventory.inventory_alerts (organization_id, product_id);
create index on inventory.inventory_alerts (organization_id, location_id);
create index on inventory.inventory_alerts (organization_id, category_id);
create index on inventory.inventory_alerts (organization_id, escalation_user_id);
call platform.protect('inventory.inventory_alerts');
--rollback drop table inventory.inventory_alerts;
