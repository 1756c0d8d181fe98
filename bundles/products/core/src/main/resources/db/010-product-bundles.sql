--liquibase formatted sql

--changeset products:010
create table products.product_bundles (
  like platform.tenant_row including all,
  bundle_product_id    uuid not null,
  component_product_id uuid not null,
  quantity             numeric(12,3) not null default 1,
  is_optional          boolean not null default false,
  sort_order           integer not null default 0,
  check (quantity > 0),
  check (bundle_product_id <> component_product_id),
  foreign key (organization_id, bundle_product_id) references products.products,
  foreign key (organization_id, component_product_id) references products.products
);
create unique index product_bundles_bundle_product_id_component_product_id_key on products.product_bundles (organization_id, bundle_product_id, component_product_id);
create index on products.product_bundles (organization_id, component_product_id);
create index on products.product_bundles (organization_id, bundle_product_id, sort_order);
call platform.protect('products.product_bundles');
--rollback drop table products.product_bundles;
