--liquibase formatted sql

--changeset products:012
create table products.product_relations (
  like platform.tenant_row including all,
  product_id         uuid not null,
  related_product_id uuid not null,
  relation_type      text not null check (relation_type in ('accessory', 'alternative', 'upgrade', 'compatible', 'bundle', 'replacement')),
  sort_order         integer not null default 0,
  is_active          boolean not null default true,
  notes              text check (length(notes) <= 255),
  check (product_id <> related_product_id),
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, related_product_id) references products.products
);
create unique index product_relations_related_product_id_key on products.product_relations (organization_id, product_id, related_product_id, relation_type);
create index on products.product_relations (organization_id, related_product_id);
create index on products.product_relations (organization_id, product_id, sort_order);
call platform.protect('products.product_relations');
--rollback drop table products.product_relations;
