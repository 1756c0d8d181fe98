--liquibase formatted sql

--changeset settings:080
create table settings.document_templates (
  like platform.tenant_row including all,
  document_type      text not null check (length(document_type) between 1 and 50),
  logo_attachment_id uuid,
  primary_color      text not null default '#1f2937' check (primary_color ~ '^#[0-9A-Fa-f]{6}$'),
  secondary_color    text not null default '#6b7280' check (secondary_color ~ '^#[0-9A-Fa-f]{6}$'),
  font_family        text not null default 'inter' check (font_family in
                     ('inter', 'roboto', 'open_sans', 'lato', 'montserrat', 'poppins', 'source_sans', 'nunito')),
  paper_size         text not null default 'a4' check (paper_size in ('a4', 'letter')),
  include_qr         boolean not null default false,
  header_text        text check (length(header_text) <= 2000),
  footer_text        text check (length(footer_text) <= 2000),
  terms_text         text check (length(terms_text) <= 20000),
  locale             text check (length(locale) <= 20),
  foreign key (organization_id, logo_attachment_id) references settings.attachments
);
create unique index document_templates_document_type_key on settings.document_templates (organization_id, document_type);
create index on settings.document_templates (organization_id, logo_attachment_id);
call platform.protect('settings.document_templates');
--rollback drop table settings.document_templates;
