--liquibase formatted sql

--changeset settings:010
create table settings.system_settings (
  like platform.tenant_row including all,
  category        text not null check (length(category) <= 50),
  key             text not null check (length(key) <= 100),
  type            text not null default 'string' check (type in ('string', 'number', 'boolean', 'json')),
  value           jsonb,
  encrypted_value text check (length(encrypted_value) <= 8000),
  description     text check (length(description) <= 500),
  constraint system_settings_category_key_key unique (organization_id, category, key),
  constraint system_settings_value_check check (value is not null or encrypted_value is not null)
);
call platform.protect('settings.system_settings');
--rollback drop table settings.system_settings;
