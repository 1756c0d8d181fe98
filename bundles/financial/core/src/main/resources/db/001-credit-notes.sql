--liquibase formatted sql

--changeset financial:001
create table financial.credit_notes (
  like platform.tenant_row including all,
  deleted_at              timestamptz,
  credit_note_number      text check (length(credit_note_number) <= 50),
  order_id                uuid,
  customer_id             uuid not null,
  customer_name           text not null check (length(customer_name) <= 255),
  status                  text not null default 'draft' check (status in ('draft', 'issued', 'partially_applied', 'applied', 'voided')),
  reason_code             text not null default 'other'
                           check (reason_code in ('return', 'price_correction', 'damaged', 'duplicate', 'order_change', 'goodwill',
                                   'cancelled_order', 'other')),
  reason                  text not null check (length(reason) <= 1000),
  issue_date              date,
  currency                text not null check (length(currency) <= 3),
  subtotal                numeric(12,2) not null default 0,
  tax_amount              numeric(12,2) not null default 0,
  amount                  numeric(12,2) not null default 0,
  applied_amount          numeric(12,2) not null default 0,
  refunded_amount         numeric(12,2) not null default 0,
  remaining_amount        numeric(12,2) not null default 0,
  return_authorization_id uuid,
  issued_by               uuid,
  issued_at               timestamptz,
  approved_by             uuid,
  approved_at             timestamptz,
  voided_by               uuid,
  voided_at               timestamptz,
  void_reason             text check (length(void_reason) <= 500),
  sent_at                 timestamptz,
  document_attachment_id  uuid,
  internal_notes          text check (length(internal_notes) <= 2000),
  client_request_id       text check (length(client_request_id) <= 128),
  check (amount = subtotal + tax_amount),
  check (amount >= 0),
  check (remaining_amount = amount - applied_amount - refunded_amount),
  check (remaining_amount >= 0),
  check (status = 'draft' or credit_note_number is not null or voided_at is not null),
  check (status <> 'voided' or void_reason is not null),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, issued_by) references users.users,
  foreign key (organization_id, approved_by) references users.users,
  foreign key (organization_id, voided_by) references users.users,
  foreign key (organization_id, document_attachment_id) references settings.attachments
);
create unique index credit_notes_client_request_id_key on financial.credit_notes (organization_id, client_request_id)
  where deleted_at is null;
create unique index credit_notes_credit_note_number_key on financial.credit_notes (organization_id, credit_note_number);
create index on financial.credit_notes (organization_id, status, created_at);
create index on financial.credit_notes (organization_id, customer_id, status);
create index on financial.credit_notes (organization_id, order_id);
create index on financial.credit_notes (organization_id, issue_date);
create index on financial.credit_notes (organization_id, issued_by);
create index on financial.credit_notes (organization_id, approved_by);
create index on financial.credit_notes (organization_id, voided_by);
create index on financial.credit_notes (organization_id, document_attachment_id);
call platform.protect('financial.credit_notes');
--rollback drop table financial.credit_notes;
