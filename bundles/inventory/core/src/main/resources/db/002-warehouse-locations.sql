--liquibase formatted sql

--changeset inventory:002
create table inventory.warehouse_locations (
  like platform.tenant_row including all,
  location_id        uuid not null,
  parent_id          uuid,
  location_code      text not null check (length(location_code) <= 20),
  name               text not null check (length(name) <= 100),
  location_type      text not null default 'bin' check (location_type in ('zone', 'aisle', 'rack', 'shelf', 'bin', 'dock', 'staging')),
  path               text not null check (length(path) <= 400),
  depth              integer not null default 0,
  barcode            text check (length(barcode) <= 60),
  pick_sequence      integer,
  capacity           integer,
  max_weight_kg      numeric(12,3),
  width_mm           integer,
  height_mm          integer,
  depth_mm           integer,
  is_root            boolean not null default false,
  is_active          boolean not null default true,
  is_pickable        boolean not null default true,
  is_receivable      boolean not null default true,
  is_quarantine      boolean not null default false,
  temperature_zone   text not null default 'ambient' check (temperature_zone in ('ambient', 'refrigerated', 'frozen')),
  hazmat             boolean not null default false,
  security_level     text not null default 'standard' check (security_level in ('standard', 'restricted', 'high_security')),
  requires_equipment boolean not null default false,
  equipment_type     text check (length(equipment_type) <= 60),
  floor_level        integer,
  attributes         jsonb,
  check (capacity is null or capacity >= 0),
  check (parent_id is null or parent_id <> id),
  check (is_quarantine = false or is_pickable = false),
  foreign key (organization_id, location_id) references inventory.locations,
  foreign key (organization_id, parent_id) references inventory.warehouse_locations
);
create unique index warehouse_locations_location_id_location_code_key on inventory.warehouse_locations (organization_id, location_id, location_code);
create unique index warehouse_locations_barcode_key on inventory.warehouse_locations (organization_id, barcode);
create index on inventory.warehouse_locations (organization_id, location_id, parent_id);
create index on inventory.warehouse_locations (organization_id, location_id, pick_sequence);
create index on inventory.warehouse_locations (organization_id, parent_id);
call platform.protect('inventory.warehouse_locations');
--rollback drop table inventory.warehouse_locations;
