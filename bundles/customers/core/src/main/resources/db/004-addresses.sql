--liquibase formatted sql

--changeset customers:004
create table customers.addresses (
  like platform.tenant_row including all,
  customer_id  uuid not null,
  type         text not null default 'billing' check (type in ('billing', 'shipping', 'service', 'headquarters')),
  label        text check (length(label) <= 100),
  is_primary   boolean not null default false,
  attention    text check (length(attention) <= 255),
  street1      text not null check (length(street1) <= 255),
  street2      text check (length(street2) <= 255),
  city         text not null check (length(city) <= 100),
  state        text check (length(state) <= 100),
  postcode     text not null check (length(postcode) <= 20),
  country      text not null check (length(country) = 2),
  latitude     numeric(18,8) check (latitude between -90 and 90),
  longitude    numeric(18,8) check (longitude between -180 and 180),
  access_notes text check (length(access_notes) <= 1000),
  notes        text check (length(notes) <= 500),
  is_active    boolean not null default true,
  check ((latitude is null) = (longitude is null)),
  foreign key (organization_id, customer_id) references customers.customers
);
create unique index addresses_customer_id_type_is_primary_key on customers.addresses (organization_id, customer_id, type)
  where is_primary;
create index on customers.addresses (organization_id, customer_id, type);
create index on customers.addresses (organization_id, postcode);
create index on customers.addresses (organization_id, city);
call platform.protect('customers.addresses');
--rollback drop table customers.addresses;
