--liquibase formatted sql

--changeset suppliers:019
create table suppliers.supplier_performance_metrics (
  like platform.tenant_row including all,
  supplier_id                 uuid not null,
  metric_month                date not null,
  total_orders_delivered      integer not null default 0,
  on_time_deliveries          integer not null default 0,
  late_deliveries             integer not null default 0,
  average_delivery_days       numeric(5,2),
  average_days_late           numeric(5,2),
  total_items_received        numeric(12,3) not null default 0,
  accepted_items              numeric(12,3) not null default 0,
  rejected_items              numeric(12,3) not null default 0,
  defect_rate                 numeric(5,2),
  total_spend                 numeric(12,2) not null default 0,
  average_order_value         numeric(12,2) not null default 0,
  price_variance_total        numeric(12,2) not null default 0,
  average_response_time_hours numeric(5,2),
  delivery_score              numeric(5,2),
  quality_score               numeric(5,2),
  price_score                 numeric(5,2),
  overall_score               numeric(5,2),
  check (on_time_deliveries + late_deliveries <= total_orders_delivered),
  check (defect_rate is null or defect_rate between 0 and 100),
  check (overall_score is null or overall_score between 0 and 100),
  foreign key (organization_id, supplier_id) references suppliers.suppliers
);
create unique index supplier_performance_metrics_supplier_id_metric_month_key on suppliers.supplier_performance_metrics (organization_id, supplier_id, metric_month);
create index on suppliers.supplier_performance_metrics (organization_id, metric_month, overall_score);
call platform.protect('suppliers.supplier_performance_metrics');
--rollback drop table suppliers.supplier_performance_metrics;
