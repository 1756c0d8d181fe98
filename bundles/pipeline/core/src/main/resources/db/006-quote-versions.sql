--liquibase formatted sql

--changeset pipeline:006
create table pipeline.quote_versions (
  like platform.tenant_row including all,
  quote_id               uuid not null,
  version_number         integer not null,
  status                 text not null default 'draft' check (status in ('draft', 'sent', 'superseded', 'accepted', 'rejected')),
  intro_text             text check (length(intro_text) <= 5000),
  closing_text           text check (length(closing_text) <= 5000),
  notes                  text check (length(notes) <= 2000),
  price_date             date not null,
  subtotal               numeric(12,2) not null default 0,
  discount_percent       numeric(5,2),
  discount_fixed         numeric(12,2),
  discount_amount        numeric(12,2) not null default 0,
  shipping_amount        numeric(12,2) not null default 0,
  shipping_tax_rate      numeric(5,2) not null default 0,
  tax_amount             numeric(12,2) not null default 0,
  total                  numeric(12,2) not null default 0,
  optional_total         numeric(12,2) not null default 0,
  cost_total             numeric(12,2),
  margin_percent         numeric(5,2),
  deposit_percent        numeric(5,2),
  approval_required      boolean not null default false,
  approved_by            uuid,
  approved_at            timestamptz,
  approval_note          text check (length(approval_note) <= 500),
  restored_from_version  integer,
  document_attachment_id uuid,
  document_sha256        text check (length(document_sha256) <= 64),
  sent_at                timestamptz,
  sent_by                uuid,
  sent_to                text check (length(sent_to) <= 1000),
  email_history_id       uuid,
  check (version_number > 0),
  check (subtotal >= 0),
  check (tax_amount >= 0),
  check (total = subtotal - discount_amount + shipping_amount + tax_amount),
  check (discount_amount >= 0 and discount_amount <= subtotal),
  check (deposit_percent is null or deposit_percent between 0 and 100),
  check (status = 'draft' or sent_at is not null),
  foreign key (organization_id, quote_id) references pipeline.quotes,
  foreign key (organization_id, approved_by) references users.users,
  foreign key (organization_id, document_attachment_id) references settings.attachments,
  foreign key (organization_id, sent_by) references users.users
);
create unique index quote_versions_quote_id_version_number_key on pipeline.quote_versions (organization_id, quote_id, version_number);
create index on pipeline.quote_versions (organization_id, status, sent_at);
create index on pipeline.quote_versions (organization_id, approved_by);
create index on pipeline.quote_versions (organization_id, document_attachment_id);
create index on pipeline.quote_versions (organization_id, sent_by);
call platform.protect('pipeline.quote_versions');
--rollback drop table pipeline.quote_versions;
