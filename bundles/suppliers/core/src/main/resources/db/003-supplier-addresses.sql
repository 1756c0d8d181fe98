--liquibase formatted sql

--changeset suppliers:003
create table suppliers.supplier_addresses (
  like platform.tenant_row including all,
  supplier_id  uuid not null,
  address_type text not null default 'billing' check (address_type in ('billing', 'shipping', 'headquarters', 'returns', 'remittance')),
  is_primary   boolean not null default false,
  street1      text not null check (length(street1) <= 200),
  street2      text check (length(street2) <= 200),
  city         text not null check (length(city) <= 100),
  state        text check (length(state) <= 100),
  postcode     text not null check (length(postcode) <= 20),
  country      text not null check (length(country) = 2),
  foreign key (organization_id, supplier_id) references suppliers.suppliers
);
create index on suppliers.supplier_addresses (organization_id, supplier_id, address_type);
call platform.protect('suppliers.supplier_addresses');
--rollback drop table suppliers.supplier_addresses;
