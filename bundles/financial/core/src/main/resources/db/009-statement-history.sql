--liquibase formatted sql

--changeset financial:009
create table financial.statement_history (
  like platform.tenant_row including all,
  deleted_at             timestamptz,
  statement_number       text not null check (length(statement_number) <= 50),
  customer_id            uuid not null,
  start_date             date not null,
  end_date               date not null,
  currency               text not null check (length(currency) <= 3),
  opening_balance        numeric(12,2) not null default 0,
  closing_balance        numeric(12,2) not null default 0,
  invoice_count          integer not null default 0,
  payment_count          integer not null default 0,
  credit_note_count      integer not null default 0,
  total_invoiced         numeric(12,2) not null default 0,
  total_payments         numeric(12,2) not null default 0,
  total_credits          numeric(12,2) not null default 0,
  total_tax              numeric(12,2) not null default 0,
  bucket_current         numeric(12,2) not null default 0,
  bucket_1_30            numeric(12,2) not null default 0,
  bucket_31_60           numeric(12,2) not null default 0,
  bucket_61_90           numeric(12,2) not null default 0,
  bucket_over_90         numeric(12,2) not null default 0,
  generated_at           timestamptz not null,
  generated_by           uuid,
  document_attachment_id uuid,
  sent_at                timestamptz,
  sent_to_email          text check (length(sent_to_email) <= 1000),
  notes                  text check (length(notes) <= 1000),
  check (end_date >= start_date),
  check (closing_balance = opening_balance + total_invoiced - total_payments - total_credits),
  check (closing_balance = bucket_current + bucket_1_30 + bucket_31_60 + bucket_61_90 + bucket_over_90),
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, generated_by) references users.users,
  foreign key (organization_id, document_attachment_id) references settings.attachments
);
create unique index statement_history_statement_number_key on financial.statement_history (organization_id, statement_number);
create index on financial.statement_history (organization_id, customer_id, end_date);
create index on financial.statement_history (organization_id, end_date);
create index on financial.statement_history (organization_id, created_at);
create index on financial.statement_history (organization_id, generated_by);
create index on financial.statement_history (organization_id, document_attachment_id);
call platform.protect('financial.statement_history');
--rollback drop table financial.statement_history;
