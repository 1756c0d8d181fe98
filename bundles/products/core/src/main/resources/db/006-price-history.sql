--liquibase formatted sql

--changeset products:006
create table products.price_history (
  like platform.tenant_row including all,
  product_id                uuid not null,
  change_type               text not null
                             check (change_type in ('base_price', 'cost_price', 'tier_created', 'tier_updated', 'tier_deleted',
                                     'customer_price', 'customer_price_removed', 'price_list', 'bulk_update')),
  previous_price            numeric(12,2),
  new_price                 numeric(12,2),
  previous_discount_percent numeric(5,2),
  new_discount_percent      numeric(5,2),
  tier_id                   uuid,
  customer_id               uuid,
  batch_id                  uuid,
  reason                    text check (length(reason) <= 500),
  changed_by                uuid,
  changed_at                timestamptz not null,
  foreign key (organization_id, product_id) references products.products,
  foreign key (organization_id, changed_by) references users.users
);
create index on products.price_history (organization_id, product_id, changed_at);
create index on products.price_history (organization_id, batch_id);
create index on products.price_history (organization_id, customer_id, changed_at);
create index on products.price_history (organization_id, change_type, changed_at);
create index on products.price_history (organization_id, changed_by);
call platform.protect('products.price_history');
call platform.append_only('products.price_history');
--rollback drop table products.price_history;
