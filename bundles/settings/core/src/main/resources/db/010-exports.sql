--liquibase formatted sql

--changeset settings:100
create table settings.data_exports (
  like platform.tenant_row including all,
  requested_by  uuid    not null,
  format        text    not null default 'csv' check (format in ('csv', 'json', 'xlsx')),
  status        text    not null default 'pending'
    check (status in ('pending', 'processing', 'completed', 'failed', 'cancelled', 'expired')),
  anonymized    boolean not null default false,
  range_start   date,
  range_end     date,
  attachment_id uuid,
  file_name     text check (length(file_name) <= 255),
  file_size     bigint,
  record_count  integer,
  progress      integer not null default 0 check (progress between 0 and 100),
  started_at    timestamptz,
  completed_at  timestamptz,
  expires_at    timestamptz,
  error_message text check (length(error_message) <= 1000),
  metadata      jsonb,
  constraint data_exports_range_check check (range_end is null or range_start is null or range_end >= range_start),
  foreign key (organization_id, attachment_id) references settings.attachments
);
create index data_exports_attachment_id_idx on settings.data_exports (organization_id, attachment_id);
create index data_exports_requested_by_idx on settings.data_exports (organization_id, requested_by, created_at);
create index data_exports_status_idx on settings.data_exports (organization_id, status, created_at);
create index data_exports_expires_at_idx on settings.data_exports (organization_id, expires_at);
call platform.protect('settings.data_exports');
--rollback drop table settings.data_exports;

--changeset settings:101
create table settings.data_export_entities (
  like platform.tenant_row including all,
  data_export_id  uuid    not null,
  entity_type     text    not null check (length(entity_type) <= 50),
  is_dependency   boolean not null default false,
  filters         jsonb,
  included_fields text[],
  record_count    integer,
  constraint data_export_entities_entity_type_key unique (organization_id, data_export_id, entity_type),
  foreign key (organization_id, data_export_id) references settings.data_exports
);
call platform.protect('settings.data_export_entities');
--rollback drop table settings.data_export_entities;
