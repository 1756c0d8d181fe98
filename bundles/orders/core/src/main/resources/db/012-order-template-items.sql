--liquibase formatted sql

--changeset orders:012
create table orders.order_template_items (
  like platform.tenant_row including all,
  template_id       uuid not null,
  line_number       integer not null,
  line_type         text not null default 'item' check (line_type in ('item', 'bundle', 'component', 'section', 'note')),
  product_id        uuid,
  sku               text check (length(sku) <= 100),
  description       text not null check (length(description) <= 2000),
  default_quantity  numeric(12,3) not null default 1,
  use_current_price boolean not null default true,
  fixed_unit_price  numeric(12,2),
  discount_percent  numeric(5,2),
  discount_amount   numeric(12,2),
  tax_type          text not null default 'gst' check (tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  notes             text check (length(notes) <= 500),
  check (default_quantity >= 0),
  check (use_current_price or fixed_unit_price is not null),
  foreign key (organization_id, template_id) references orders.order_templates,
  foreign key (organization_id, product_id) references products.products
);
alter table orders.order_template_items add constraint order_template_items_template_id_line_number_key
  unique (organization_id, template_id, line_number) deferrable initially deferred;
create index on orders.order_template_items (organization_id, product_id);
call platform.protect('orders.order_template_items');
--rollback drop table orders.order_template_items;
