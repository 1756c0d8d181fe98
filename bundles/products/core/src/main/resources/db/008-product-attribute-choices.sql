--liquibase formatted sql

--changeset products:008
create table products.product_attribute_choices (
  like platform.tenant_row including all,
  attribute_id uuid not null,
  value        text not null check (length(value) <= 100),
  label        text not null check (length(label) <= 100),
  sort_order   integer not null default 0,
  is_active    boolean not null default true,
  foreign key (organization_id, attribute_id) references products.product_attributes
);
create unique index product_attribute_choices_attribute_id_value_key on products.product_attribute_choices (organization_id, attribute_id, value);
create index on products.product_attribute_choices (organization_id, attribute_id, sort_order);
call platform.protect('products.product_attribute_choices');
--rollback drop table products.product_attribute_choices;
