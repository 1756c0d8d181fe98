--liquibase formatted sql

--changeset products:002
create table products.categories (
  like platform.tenant_row including all,
  name                text not null check (length(name) <= 100),
  slug                text not null check (length(slug) <= 120),
  description         text check (length(description) <= 2000),
  parent_id           uuid,
  sort_order          integer not null default 0,
  is_active           boolean not null default true,
  default_tax_code_id uuid,
  check (parent_id is null or parent_id <> id),
  foreign key (organization_id, parent_id) references products.categories,
  foreign key (organization_id, default_tax_code_id) references products.tax_codes
);
create unique index categories_parent_id_name_key on products.categories (organization_id, parent_id, name) nulls not distinct;
create unique index categories_parent_id_lower_name_key on products.categories (organization_id, parent_id, lower(name)) nulls not distinct;
create unique index categories_slug_key on products.categories (organization_id, slug);
create index on products.categories (organization_id, parent_id, sort_order);
create index on products.categories (organization_id, is_active);
create index on products.categories (organization_id, default_tax_code_id);
call platform.protect('products.categories');
--rollback drop table products.categories;
