--liquibase formatted sql

--changeset products:009
create table products.product_attribute_values (
  like platform.tenant_row including all,
  product_id    uuid not null,
  attribute_id  uuid not null,
  choice_id     uuid,
  text_value    text check (length(text_value) <= 2000),
  number_value  numeric(12,3),
  boolean_value boolean,
  date_value    date,
  check (num_nonnulls(choice_id, text_value, number_value, boolean_value, date_value) = 1),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, attribute_id) references products.product_attributes,
  foreign key (organization_id, choice_id) references products.product_attribute_choices
);
create unique index product_attribute_values_product_id_attribute_id_choice_id_key on products.product_attribute_values (organization_id, product_id, attribute_id, choice_id) nulls not distinct;
create index on products.product_attribute_values (organization_id, attribute_id, number_value);
create index on products.product_attribute_values (organization_id, attribute_id, choice_id);
create index on products.product_attribute_values (organization_id, attribute_id, date_value);
create index on products.product_attribute_values (organization_id, choice_id);
call platform.protect('products.product_attribute_values');
--rollback drop table products.product_attribute_values;
