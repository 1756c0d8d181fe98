--liquibase formatted sql

--changeset orders:002
create table orders.orders (
  like platform.tenant_row including all,
  deleted_at               timestamptz,
  order_number             text not null check (length(order_number) <= 50),
  customer_id              uuid not null,
  customer_name            text not null check (length(customer_name) <= 255),
  customer_tax_id          text check (length(customer_tax_id) <= 30),
  contact_id               uuid,
  customer_po_number       text check (length(customer_po_number) <= 100),
  customer_po_date         date,
  status                   text not null default 'draft'
                            check (status in ('draft', 'confirmed', 'picking', 'picked', 'partially_shipped', 'shipped', 'delivered', 'cancelled')),
  payment_status           text not null default 'pending' check (payment_status in ('pending', 'partial', 'paid', 'refunded', 'overdue')),
  invoice_status           text not null default 'draft'
                            check (invoice_status in ('draft', 'scheduled', 'unpaid', 'overdue', 'paid', 'canceled', 'refunded')),
  source                   text not null default 'staff'
                            check (source in ('web', 'phone', 'email', 'api', 'pos', 'quote', 'template', 'import', 'staff', 'job', 'replacement')),
  priority                 text not null default 'normal' check (priority in ('normal', 'high', 'urgent')),
  assigned_to              uuid,
  quote_id                 uuid,
  opportunity_id           uuid,
  template_id              uuid,
  order_date               date not null,
  required_date            date,
  promised_date            date,
  payment_terms_days       integer not null default 30,
  due_date                 date,
  shipped_date             date,
  delivered_date           date,
  currency                 text not null check (length(currency) <= 3),
  subtotal                 numeric(12,2) not null default 0,
  discount_percent         numeric(5,2),
  discount_fixed           numeric(12,2),
  discount_amount          numeric(12,2) not null default 0,
  shipping_amount          numeric(12,2) not null default 0,
  shipping_tax_type        text not null default 'gst' check (shipping_tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  shipping_tax_rate        numeric(5,2) not null default 0,
  tax_amount               numeric(12,2) not null default 0,
  total                    numeric(12,2) not null default 0,
  paid_amount              numeric(12,2) not null default 0,
  credited_amount          numeric(12,2) not null default 0,
  balance_due              numeric(12,2) not null default 0,
  paid_at                  timestamptz,
  invoice_number           text check (length(invoice_number) <= 50),
  invoice_date             date,
  invoice_revision         integer not null default 0,
  invoice_scheduled_for    date,
  invoice_sent_at          timestamptz,
  invoice_viewed_at        timestamptz,
  invoice_reminder_sent_at timestamptz,
  confirmed_at             timestamptz,
  confirmed_by             uuid,
  credit_override_by       uuid,
  credit_override_reason   text check (length(credit_override_reason) <= 500),
  cancelled_at             timestamptz,
  cancelled_by             uuid,
  cancel_reason            text check (length(cancel_reason) <= 500),
  internal_notes           text check (length(internal_notes) <= 2000),
  customer_notes           text check (length(customer_notes) <= 2000),
  delivery_instructions    text check (length(delivery_instructions) <= 1000),
  terms                    text check (length(terms) <= 10000),
  client_request_id        text check (length(client_request_id) <= 128),
  client_request_digest    text check (length(client_request_digest) <= 64),
  external_ref             text check (length(external_ref) <= 255),
  metadata                 jsonb,
  check (subtotal >= 0),
  check (discount_amount >= 0 and discount_amount <= subtotal),
  check (shipping_amount >= 0),
  check (tax_amount >= 0),
  check (total = subtotal - discount_amount + shipping_amount + tax_amount),
  check (balance_due = total - paid_amount - credited_amount),
  check (paid_amount >= 0),
  check (credited_amount >= 0),
  check (discount_percent is null or discount_percent between 0 and 100),
  check (discount_fixed is null or discount_fixed >= 0),
  check (invoice_number is null or invoice_date is not null),
  check (status <> 'cancelled' or cancelled_at is not null),
  check (status in ('draft','cancelled') or confirmed_at is not null),
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, contact_id) references customers.contacts,
  foreign key (organization_id, assigned_to) references users.users,
  foreign key (organization_id, template_id) references orders.order_templates,
  foreign key (organization_id, confirmed_by) references users.users,
  foreign key (organization_id, credit_override_by) references users.users,
  foreign key (organization_id, cancelled_by) references users.users
);
create unique index orders_client_request_id_key on orders.orders (organization_id, client_request_id)
  where deleted_at is null;
create unique index orders_external_ref_key on orders.orders (organization_id, external_ref)
  where deleted_at is null;
create unique index orders_order_number_key on orders.orders (organization_id, order_number);
create unique index orders_invoice_number_key on orders.orders (organization_id, invoice_number);
create index on orders.orders (organization_id, status, created_at);
create index on orders.orders (organization_id, payment_status);
create index on orders.orders (organization_id, invoice_status);
create index on orders.orders (organization_id, customer_id, order_date);
create index on orders.orders (organization_id, order_date);
create index on orders.orders (organization_id, due_date);
create index on orders.orders (organization_id, invoice_date) where invoice_number is not null;
create index on orders.orders (organization_id, assigned_to, status);
create index on orders.orders (organization_id, quote_id);
create index on orders.orders (organization_id, opportunity_id);
create index on orders.orders (organization_id, required_date);
create index on orders.orders (organization_id, created_at);
create index on orders.orders (organization_id, contact_id);
create index on orders.orders (organization_id, template_id);
create index on orders.orders (organization_id, confirmed_by);
create index on orders.orders (organization_id, credit_override_by);
create index on orders.orders (organization_id, cancelled_by);
call platform.protect('orders.orders');
--rollback drop table orders.orders;
