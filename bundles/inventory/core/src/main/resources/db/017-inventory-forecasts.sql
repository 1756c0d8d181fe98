--liquibase formatted sql

--changeset inventory:017
create table inventory.inventory_forecasts (
  like platform.tenant_row including all,
  product_id                 uuid not null,
  forecast_date              date not null,
  forecast_period            text not null check (forecast_period in ('daily', 'weekly', 'monthly', 'quarterly')),
  demand_quantity            numeric(12,3) not null,
  actual_quantity            numeric(12,3),
  forecast_accuracy          numeric(5,2),
  confidence_level           numeric(5,2),
  average_daily_demand       numeric(12,3),
  demand_std_dev             numeric(12,3),
  safety_stock_level         numeric(12,3),
  reorder_point              numeric(12,3),
  recommended_order_quantity numeric(12,3),
  history_days               integer not null default 0,
  calculated_at              timestamptz not null default now(),
  check (demand_quantity >= 0),
  check (forecast_accuracy is null or forecast_accuracy between 0 and 100),
  check (confidence_level is null or confidence_level between 0 and 100),
  foreign key (organization_id, product_id) references products.products
);
create unique index inventory_forecasts_forecast_date_key on inventory.inventory_forecasts (organization_id, product_id, forecast_date, forecast_period);
create index on inventory.inventory_forecasts (organization_id, forecast_date, forecast_period);
call platform.protect('inventory.inventory_forecasts');
--rollback drop table inventory.inventory_forecasts;
