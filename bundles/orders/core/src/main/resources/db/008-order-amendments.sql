--liquibase formatted sql

--changeset orders:008
create table orders.order_amendments (
  like platform.tenant_row including all,
  order_id                uuid not null,
  amendment_number        integer not null,
  amendment_type          text not null
                           check (amendment_type in ('quantity_change', 'item_add', 'item_remove', 'price_change', 'discount_change',
                                   'shipping_change', 'address_change', 'date_change', 'cancel_order', 'other')),
  status                  text not null default 'requested' check (status in ('requested', 'approved', 'rejected', 'applied', 'cancelled')),
  reason                  text not null check (length(reason) <= 1000),
  requested_at            timestamptz not null,
  requested_by            uuid not null,
  reviewed_at             timestamptz,
  reviewed_by             uuid,
  review_note             text check (length(review_note) <= 2000),
  applied_at              timestamptz,
  applied_by              uuid,
  order_version_before    integer not null,
  order_version_after     integer,
  new_shipping_amount     numeric(12,2),
  new_discount_percent    numeric(5,2),
  new_discount_fixed      numeric(12,2),
  new_required_date       date,
  new_promised_date       date,
  new_customer_address_id uuid,
  total_before            numeric(12,2) not null default 0,
  total_after             numeric(12,2) not null default 0,
  difference              numeric(12,2) not null default 0,
  check (difference = total_after - total_before),
  check (status <> 'applied' or (applied_at is not null and order_version_after is not null)),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, requested_by) references users.users,
  foreign key (organization_id, reviewed_by) references users.users,
  foreign key (organization_id, applied_by) references users.users,
  foreign key (organization_id, new_customer_address_id) references customers.addresses
);
create unique index order_amendments_order_id_amendment_number_key on orders.order_amendments (organization_id, order_id, amendment_number);
create index on orders.order_amendments (organization_id, status, requested_at);
create index on orders.order_amendments (organization_id, requested_by);
create index on orders.order_amendments (organization_id, reviewed_by);
create index on orders.order_amendments (organization_id, applied_by);
create index on orders.order_amendments (organization_id, new_customer_address_id);
call platform.protect('orders.order_amendments');
--rollback drop table orders.order_amendments;
