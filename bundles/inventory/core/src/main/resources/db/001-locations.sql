--liquibase formatted sql

--changeset inventory:001
create table inventory.locations (
  like platform.tenant_row including all,
  code                 text not null check (length(code) <= 20),
  name                 text not null check (length(name) <= 100),
  location_type        text not null default 'warehouse'
                        check (location_type in ('warehouse', 'store', 'vehicle', 'job_site', 'customer_site', 'supplier_site', 'transit',
                                'virtual')),
  is_default           boolean not null default false,
  is_active            boolean not null default true,
  is_sellable          boolean not null default true,
  allow_negative       boolean not null default false,
  assigned_user_id     uuid,
  manager_user_id      uuid,
  vehicle_registration text check (length(vehicle_registration) <= 20),
  street1              text check (length(street1) <= 200),
  street2              text check (length(street2) <= 200),
  city                 text check (length(city) <= 100),
  state                text check (length(state) <= 100),
  postcode             text check (length(postcode) <= 20),
  country              text check (length(country) <= 2),
  latitude             numeric(18,8),
  longitude            numeric(18,8),
  timezone             text check (length(timezone) <= 60),
  contact_name         text check (length(contact_name) <= 200),
  contact_phone        text check (length(contact_phone) <= 50),
  contact_email        text check (length(contact_email) <= 254),
  notes                text check (length(notes) <= 2000),
  check (location_type = 'vehicle' or assigned_user_id is null),
  check (allow_negative = false or location_type in ('vehicle','virtual')),
  foreign key (organization_id, assigned_user_id) references users.users,
  foreign key (organization_id, manager_user_id) references users.users
);
create unique index locations_code_key on inventory.locations (organization_id, code);
create unique index locations_is_default_key on inventory.locations (organization_id, is_default)
  where is_default;
create index on inventory.locations (organization_id, location_type, is_active);
create index on inventory.locations (organization_id, assigned_user_id);
create index on inventory.locations (organization_id, manager_user_id);
call platform.protect('inventory.locations');
--rollback drop table inventory.locations;
