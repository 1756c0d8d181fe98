--liquibase formatted sql

--changeset financial:002
create table financial.credit_note_line_items (
  like platform.tenant_row including all,
  credit_note_id     uuid not null,
  line_number        integer not null,
  order_line_item_id uuid,
  product_id         uuid,
  description        text not null check (length(description) <= 500),
  quantity           numeric(12,3) not null default 1,
  unit_price         numeric(12,2) not null default 0,
  tax_type           text not null default 'gst' check (tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  tax_rate           numeric(5,2) not null default 0,
  line_subtotal      numeric(12,2) not null default 0,
  tax_amount         numeric(12,2) not null default 0,
  line_total         numeric(12,2) not null default 0,
  restock            boolean not null default false,
  check (quantity > 0),
  check (unit_price >= 0),
  check (line_total = line_subtotal + tax_amount),
  foreign key (organization_id, credit_note_id) references financial.credit_notes,
  foreign key (organization_id, order_line_item_id) references orders.order_line_items,
  foreign key (organization_id, product_id) references products.products
);
create unique index credit_note_line_items_credit_note_id_line_number_key on financial.credit_note_line_items (organization_id, credit_note_id, line_number);
create index on financial.credit_note_line_items (organization_id, order_line_item_id);
create index on financial.credit_note_line_items (organization_id, product_id);
call platform.protect('financial.credit_note_line_items');
--rollback drop table financial.credit_note_line_items;
