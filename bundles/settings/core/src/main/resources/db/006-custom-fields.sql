--liquibase formatted sql

--changeset settings:050
create table settings.custom_fields (
  like platform.tenant_row including all,
  entity_type     text    not null check (length(entity_type) <= 50),
  name            text    not null check (length(name) <= 100),
  label           text    not null check (length(label) <= 100),
  field_type      text    not null check (field_type in ('text', 'textarea', 'number', 'date', 'checkbox', 'select',
                                                         'multiselect', 'email', 'url', 'phone')),
  is_required     boolean not null default false,
  is_active       boolean not null default true,
  default_value   jsonb,
  min_value       numeric(12,3),
  max_value       numeric(12,3),
  min_length      integer,
  max_length      integer,
  pattern         text    check (length(pattern) <= 500),
  pattern_message text    check (length(pattern_message) <= 200),
  placeholder     text    check (length(placeholder) <= 200),
  help_text       text    check (length(help_text) <= 500),
  section         text    check (length(section) <= 100),
  grid_width      integer not null default 6 check (grid_width between 1 and 12),
  show_in_list    boolean not null default false,
  is_filterable   boolean not null default false,
  is_searchable   boolean not null default false,
  portal_visible  boolean not null default false,
  view_roles      text[],
  edit_roles      text[],
  sort_order      integer not null default 0 check (sort_order between 0 and 999),
  constraint custom_fields_name_form_check check (name ~ '^[a-z][a-z0-9_]*$'),
  constraint custom_fields_value_range_check check (min_value is null or max_value is null or max_value >= min_value),
  constraint custom_fields_min_length_check check (min_length is null or min_length >= 0),
  constraint custom_fields_length_range_check
    check (max_length is null or min_length is null or max_length >= min_length),
  constraint custom_fields_name_key unique (organization_id, entity_type, name)
);
create index on settings.custom_fields (organization_id, entity_type, is_active, sort_order);
call platform.protect('settings.custom_fields');
--rollback drop table settings.custom_fields;

--changeset settings:051
create table settings.custom_field_options (
  like platform.tenant_row including all,
  custom_field_id uuid    not null,
  value           text    not null check (length(value) <= 100),
  label           text    not null check (length(label) <= 100),
  color           text    check (length(color) <= 7),
  is_default      boolean not null default false,
  is_active       boolean not null default true,
  sort_order      integer not null default 0,
  constraint custom_field_options_value_key unique (organization_id, custom_field_id, value),
  foreign key (organization_id, custom_field_id) references settings.custom_fields
);
create index on settings.custom_field_options (organization_id, custom_field_id, sort_order);
call platform.protect('settings.custom_field_options');
--rollback drop table settings.custom_field_options;

--changeset settings:052
create table settings.custom_field_values (
  like platform.tenant_row including all,
  custom_field_id uuid not null,
  entity_type     text not null check (length(entity_type) <= 50),
  entity_id       uuid not null,
  value           jsonb,
  value_key       text check (length(value_key) <= 255),
  constraint custom_field_values_entity_id_key unique (organization_id, custom_field_id, entity_id),
  foreign key (organization_id, custom_field_id) references settings.custom_fields
);
create index on settings.custom_field_values (organization_id, entity_type, entity_id);
create index on settings.custom_field_values (organization_id, custom_field_id, value_key);
call platform.protect('settings.custom_field_values');
--rollback drop table settings.custom_field_values;
