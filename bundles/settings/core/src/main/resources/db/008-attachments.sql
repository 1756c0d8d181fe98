--liquibase formatted sql

--changeset settings:070
create table settings.attachments (
  like platform.tenant_row including all,
  deleted_at        timestamptz,
  filename          text not null check (length(filename) between 1 and 255),
  original_filename text not null check (length(original_filename) <= 255),
  title             text check (length(title) <= 255),
  description       text check (length(description) <= 1000),
  mime_type         text not null check (length(mime_type) <= 127),
  size_bytes        bigint not null check (size_bytes >= 0),
  sha256            text check (length(sha256) <= 64),
  storage_key       text not null check (length(storage_key) <= 500),
  bucket            text not null default 'attachments' check (length(bucket) <= 100),
  status            text not null default 'pending' check (status in ('pending', 'stored', 'quarantined')),
  category          text not null default 'upload' check (category in
                    ('upload', 'generated', 'export', 'import', 'report', 'avatar', 'logo', 'signature')),
  visibility        text not null default 'internal' check (visibility in ('internal', 'customer', 'subcontractor')),
  entity_type       text check (length(entity_type) <= 50),
  entity_id         uuid,
  document_type     text check (length(document_type) <= 50),
  revision          integer check (revision >= 1),
  uploaded_by       uuid,
  metadata          jsonb,
  constraint attachments_entity_check check ((entity_type is null) = (entity_id is null)),
  constraint attachments_document_check check ((document_type is null) = (revision is null))
);
create unique index attachments_storage_key_key on settings.attachments (organization_id, storage_key)
  where deleted_at is null;
create unique index attachments_document_key
  on settings.attachments (organization_id, entity_type, entity_id, document_type, revision)
  where document_type is not null and deleted_at is null;
create index on settings.attachments (organization_id, entity_type, entity_id, created_at);
create index on settings.attachments (organization_id, uploaded_by, created_at);
create index on settings.attachments (organization_id, status, created_at);
call platform.protect('settings.attachments');
--rollback drop table settings.attachments;

--changeset settings:071
create index on settings.organizations (organization_id, logo_attachment_id);
alter table settings.organizations add constraint organizations_logo_attachment_fkey
  foreign key (organization_id, logo_attachment_id) references settings.attachments;
--rollback alter table settings.organizations drop constraint organizations_logo_attachment_fkey;
--rollback drop index settings.organizations_organization_id_logo_attachment_id_idx;
