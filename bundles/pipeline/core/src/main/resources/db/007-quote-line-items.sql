--liquibase formatted sql

--changeset pipeline:007
create table pipeline.quote_line_items (
  like platform.tenant_row including all,
  quote_version_id uuid not null,
  line_number      integer not null,
  line_type        text not null default 'item' check (line_type in ('item', 'bundle', 'section', 'note')),
  product_id       uuid,
  sku              text check (length(sku) <= 100),
  description      text not null check (length(description) <= 2000),
  quantity         numeric(12,3) not null default 0,
  unit_of_measure  text check (length(unit_of_measure) <= 20),
  unit_price       numeric(12,2) not null default 0,
  price_source     text check (length(price_source) <= 40),
  unit_cost        numeric(12,2),
  discount_percent numeric(5,2),
  discount_amount  numeric(12,2),
  tax_type         text not null default 'gst' check (tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  tax_rate         numeric(5,2) not null default 0,
  line_subtotal    numeric(12,2) not null default 0,
  tax_amount       numeric(12,2) not null default 0,
  line_total       numeric(12,2) not null default 0,
  is_optional      boolean not null default false,
  is_selected      boolean not null default true,
  notes            text check (length(notes) <= 500),
  check (quantity >= 0),
  check (unit_price >= 0),
  check (line_type in ('section','note') or quantity > 0),
  check (is_optional or is_selected),
  check (discount_percent is null or discount_percent between 0 and 100),
  foreign key (organization_id, quote_version_id) references pipeline.quote_versions,
  foreign key (organization_id, product_id) references products.products
);
create unique index quote_line_items_quote_version_id_line_number_key on pipeline.quote_line_items (organization_id, quote_version_id, line_number);
create index on pipeline.quote_line_items (organization_id, product_id);
call platform.protect('pipeline.quote_line_items');
--rollback drop table pipeline.quote_line_items;
