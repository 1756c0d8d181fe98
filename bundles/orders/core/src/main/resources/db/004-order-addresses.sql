--liquibase formatted sql

--changeset orders:004
create table orders.order_addresses (
  like platform.tenant_row including all,
  order_id            uuid not null,
  type                text not null check (type in ('billing', 'shipping')),
  customer_address_id uuid,
  name                text not null check (length(name) <= 255),
  attention           text check (length(attention) <= 255),
  street1             text not null check (length(street1) <= 255),
  street2             text check (length(street2) <= 255),
  city                text not null check (length(city) <= 100),
  state               text check (length(state) <= 100),
  postcode            text not null check (length(postcode) <= 20),
  country             text not null check (length(country) <= 2),
  contact_name        text check (length(contact_name) <= 255),
  contact_phone       text check (length(contact_phone) <= 30),
  contact_email       text check (length(contact_email) <= 320),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, customer_address_id) references customers.addresses
);
alter table orders.order_addresses add constraint order_addresses_order_id_type_key
  unique (organization_id, order_id, type) deferrable initially deferred;
create index on orders.order_addresses (organization_id, customer_address_id);
call platform.protect('orders.order_addresses');
--rollback drop table orders.order_addresses;
