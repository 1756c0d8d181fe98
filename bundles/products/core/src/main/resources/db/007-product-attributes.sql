--liquibase formatted sql

--changeset products:007
create table products.product_attributes (
  like platform.tenant_row including all,
  code           text not null check (length(code) <= 60),
  name           text not null check (length(name) <= 100),
  attribute_type text not null check (attribute_type in ('text', 'number', 'boolean', 'select', 'multiselect', 'date')),
  description    text check (length(description) <= 500),
  unit           text check (length(unit) <= 20),
  min_value      numeric(12,3),
  max_value      numeric(12,3),
  pattern        text check (length(pattern) <= 255),
  is_required    boolean not null default false,
  is_filterable  boolean not null default false,
  is_searchable  boolean not null default false,
  sort_order     integer not null default 0,
  is_active      boolean not null default true,
  check (max_value is null or min_value is null or max_value >= min_value)
);
create unique index product_attributes_code_key on products.product_attributes (organization_id, code);
create unique index product_attributes_name_key on products.product_attributes (organization_id, name);
create index on products.product_attributes (organization_id, is_active, sort_order);
create index on products.product_attributes (organization_id, is_filterable);
call platform.protect('products.product_attributes');
--rollback drop table products.product_attributes;
