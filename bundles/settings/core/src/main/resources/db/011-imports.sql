--liquibase formatted sql

--changeset settings:110
create table settings.data_imports (
  like platform.tenant_row including all,
  entity_type        text    not null check (length(entity_type) <= 50),
  attachment_id      uuid    not null,
  requested_by       uuid    not null,
  status             text    not null default 'uploaded'
    check (status in ('uploaded', 'validating', 'validated', 'running', 'completed', 'failed', 'cancelled', 'rolled_back')),
  mode               text    not null default 'create' check (mode in ('create', 'update', 'create_or_update')),
  match_field        text check (length(match_field) <= 100),
  duplicate_handling text    not null default 'skip' check (duplicate_handling in ('skip', 'merge', 'create')),
  column_mapping     jsonb,
  date_format        text check (date_format in ('DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD', 'DD.MM.YYYY')),
  total_rows         integer not null default 0,
  valid_rows         integer not null default 0,
  processed_rows     integer not null default 0,
  created_count      integer not null default 0,
  updated_count      integer not null default 0,
  skipped_count      integer not null default 0,
  error_count        integer not null default 0,
  started_at         timestamptz,
  completed_at       timestamptz,
  rolled_back_at     timestamptz,
  error_message      text check (length(error_message) <= 1000),
  constraint data_imports_processed_rows_check check (processed_rows <= total_rows),
  foreign key (organization_id, attachment_id) references settings.attachments
);
create index data_imports_attachment_id_idx on settings.data_imports (organization_id, attachment_id);
create index data_imports_status_idx on settings.data_imports (organization_id, status, created_at);
create index data_imports_requested_by_idx on settings.data_imports (organization_id, requested_by, created_at);
call platform.protect('settings.data_imports');
--rollback drop table settings.data_imports;

--changeset settings:111
create table settings.data_import_errors (
  like platform.tenant_row including all,
  data_import_id uuid    not null,
  row_number     integer not null,
  column_name    text check (length(column_name) <= 200),
  code           text    not null check (length(code) <= 64),
  message        text    not null check (length(message) <= 500),
  raw_value      text check (length(raw_value) <= 500),
  foreign key (organization_id, data_import_id) references settings.data_imports
);
create index data_import_errors_data_import_id_idx
  on settings.data_import_errors (organization_id, data_import_id, row_number);
call platform.protect('settings.data_import_errors');
--rollback drop table settings.data_import_errors;

--changeset settings:112
create table settings.data_import_records (
  like platform.tenant_row including all,
  data_import_id  uuid    not null,
  row_number      integer not null,
  entity_id       uuid    not null,
  entity_version  integer not null,
  outcome         text    not null check (outcome in ('created', 'updated')),
  previous_values jsonb,
  constraint data_import_records_row_number_key unique (organization_id, data_import_id, row_number),
  foreign key (organization_id, data_import_id) references settings.data_imports
);
create index data_import_records_entity_id_idx on settings.data_import_records (organization_id, entity_id);
call platform.protect('settings.data_import_records');
--rollback drop table settings.data_import_records;
