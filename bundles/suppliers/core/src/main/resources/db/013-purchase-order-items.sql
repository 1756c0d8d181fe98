--liquibase formatted sql

--changeset suppliers:013
create table suppliers.purchase_order_items (
  like platform.tenant_row including all,
  purchase_order_id      uuid not null,
  line_number            integer not null,
  product_id             uuid,
  product_name           text not null check (length(product_name) <= 255),
  product_sku            text check (length(product_sku) <= 100),
  supplier_product_code  text check (length(supplier_product_code) <= 100),
  description            text check (length(description) <= 2000),
  quantity               numeric(12,3) not null,
  unit_of_measure        text not null default 'each' check (length(unit_of_measure) <= 20),
  unit_price             numeric(12,2) not null default 0,
  discount_percent       numeric(5,2) not null default 0,
  tax_rate               numeric(5,2) not null default 0,
  line_subtotal          numeric(12,2) not null default 0,
  tax_amount             numeric(12,2) not null default 0,
  line_total             numeric(12,2) not null default 0,
  unit_weight_kg         numeric(12,3),
  price_list_id          uuid,
  quantity_received      numeric(12,3) not null default 0,
  quantity_rejected      numeric(12,3) not null default 0,
  quantity_returned      numeric(12,3) not null default 0,
  quantity_cancelled     numeric(12,3) not null default 0,
  quantity_pending       numeric(12,3) generated always as (greatest(0, quantity - quantity_cancelled - quantity_received + quantity_rejected)) stored not null,
  landed_unit_cost       numeric(12,2),
  expected_delivery_date date,
  actual_delivery_date   date,
  order_line_item_id     uuid,
  job_material_id        uuid,
  notes                  text check (length(notes) <= 1000),
  check (quantity > 0),
  check (unit_price >= 0),
  check (discount_percent between 0 and 100),
  check (tax_rate between 0 and 100),
  check (quantity_rejected <= quantity_received),
  check (quantity_cancelled between 0 and quantity),
  check (quantity_received >= 0),
  foreign key (organization_id, purchase_order_id) references suppliers.purchase_orders,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, price_list_id) references suppliers.supplier_price_lists
);
create unique index purchase_order_items_purchase_order_id_line_number_key on suppliers.purchase_order_items (organization_id, purchase_order_id, line_number);
create index on suppliers.purchase_order_items (organization_id, product_id);
create index on suppliers.purchase_order_items (organization_id, order_line_item_id);
create index on suppliers.purchase_order_items (organization_id, job_material_id);
create index on suppliers.purchase_order_items (organization_id, expected_delivery_date);
create index on suppliers.purchase_order_items (organization_id, price_list_id);
call platform.protect('suppliers.purchase_order_items');
--rollback drop table suppliers.purchase_order_items;
