--liquibase formatted sql

--changeset suppliers:014
create table suppliers.purchase_order_amendment_lines (
  like platform.tenant_row including all,
  amendment_id               uuid not null,
  action                     text not null check (action in ('add_line', 'change_line', 'remove_line', 'change_header')),
  purchase_order_item_id     uuid,
  product_id                 uuid,
  description                text check (length(description) <= 500),
  old_quantity               numeric(12,3),
  new_quantity               numeric(12,3),
  old_unit_price             numeric(12,2),
  new_unit_price             numeric(12,2),
  old_expected_delivery_date date,
  new_expected_delivery_date date,
  header_field               text check (length(header_field) <= 60),
  old_value                  text check (length(old_value) <= 500),
  new_value                  text check (length(new_value) <= 500),
  check (action = 'add_line' or action = 'change_header' or purchase_order_item_id is not null),
  check (action <> 'change_header' or header_field is not null),
  check (new_quantity is null or new_quantity >= 0),
  foreign key (organization_id, amendment_id) references suppliers.purchase_order_amendments,
  foreign key (organization_id, purchase_order_item_id) references suppliers.purchase_order_items,
  foreign key (organization_id, product_id) references products.products
);
create index on suppliers.purchase_order_amendment_lines (organization_id, amendment_id);
create index on suppliers.purchase_order_amendment_lines (organization_id, purchase_order_item_id);
create index on suppliers.purchase_order_amendment_lines (organization_id, product_id);
call platform.protect('suppliers.purchase_order_amendment_lines');
--rollback drop table suppliers.purchase_order_amendment_lines;
