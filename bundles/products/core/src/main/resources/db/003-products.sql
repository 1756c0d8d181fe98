--liquibase formatted sql

--changeset products:003
create table products.products (
  like platform.tenant_row including all,
  deleted_at               timestamptz,
  sku                      text not null check (length(sku) <= 100),
  sku_lower                text not null generated always as (lower(sku)) stored check (length(sku_lower) <= 200),
  name                     text not null check (length(name) <= 255),
  description              text check (length(description) <= 10000),
  short_description        text check (length(short_description) <= 500),
  barcode                  text check (length(barcode) <= 50),
  category_id              uuid,
  type                     text not null default 'physical' check (type in ('physical', 'service', 'digital', 'bundle')),
  status                   text not null default 'active' check (status in ('draft', 'active', 'inactive', 'discontinued')),
  is_sellable              boolean not null default true,
  is_purchasable           boolean not null default true,
  is_serialized            boolean not null default false,
  track_inventory          boolean not null default true,
  allow_fractional         boolean not null default false,
  unit_of_measure          text not null default 'each' check (length(unit_of_measure) <= 20),
  base_price               numeric(12,2) not null default 0,
  cost_price               numeric(12,2),
  min_margin_percent       numeric(5,2),
  min_sell_price           numeric(12,2),
  tax_code_id              uuid not null,
  brand                    text check (length(brand) <= 100),
  manufacturer             text check (length(manufacturer) <= 100),
  model                    text check (length(model) <= 100),
  manufacturer_part_number text check (length(manufacturer_part_number) <= 100),
  country_of_origin        text check (length(country_of_origin) <= 2),
  hs_code                  text check (length(hs_code) <= 12),
  weight_kg                numeric(12,3),
  length                   numeric(12,3),
  width                    numeric(12,3),
  height                   numeric(12,3),
  dimension_unit           text not null default 'mm' check (dimension_unit in ('mm', 'cm', 'm', 'in')),
  is_dangerous_good        boolean not null default false,
  dangerous_good_class     text check (length(dangerous_good_class) <= 20),
  lead_time_days           integer,
  reorder_point            numeric(12,3) not null default 0,
  reorder_qty              numeric(12,3) not null default 0,
  warranty_policy_id       uuid,
  preferred_supplier_id    uuid,
  replaced_by_id           uuid,
  bundle_pricing           text not null default 'fixed' check (bundle_pricing in ('fixed', 'sum_of_components')),
  available_from           date,
  discontinued_at          timestamptz,
  seo_title                text check (length(seo_title) <= 255),
  seo_description          text check (length(seo_description) <= 500),
  tags                     text[],
  external_ref             text check (length(external_ref) <= 255),
  specifications           jsonb,
  metadata                 jsonb,
  check (base_price >= 0),
  check (cost_price is null or cost_price >= 0),
  check (min_sell_price is null or min_sell_price >= 0),
  check (min_margin_percent is null or min_margin_percent between 0 and 99.99),
  check (not (is_serialized and not track_inventory)),
  check (not (allow_fractional and is_serialized)),
  check (type in ('physical','bundle') or not track_inventory),
  check (type <> 'bundle' or not is_serialized),
  check (replaced_by_id is null or replaced_by_id <> id),
  check (reorder_point >= 0 and reorder_qty >= 0),
  foreign key (organization_id, category_id) references products.categories,
  foreign key (organization_id, tax_code_id) references products.tax_codes,
  foreign key (organization_id, replaced_by_id) references products.products
);
create unique index products_sku_key on products.products (organization_id, sku)
  where deleted_at is null;
create unique index products_lower_sku_key on products.products (organization_id, sku_lower)
  where deleted_at is null;
create unique index products_barcode_key on products.products (organization_id, barcode)
  where deleted_at is null;
create unique index products_external_ref_key on products.products (organization_id, external_ref)
  where deleted_at is null;
create index on products.products (organization_id, status);
create index on products.products (organization_id, category_id);
create index on products.products (organization_id, type);
create index on products.products (organization_id, tax_code_id);
create index on products.products (organization_id, brand);
create index on products.products (organization_id, preferred_supplier_id);
create index on products.products (organization_id, name);
create index on products.products (organization_id, created_at);
create index on products.products (organization_id, replaced_by_id);
call platform.protect('products.products');
--rollback drop table products.products;
