--liquibase formatted sql

--changeset suppliers:007
create table suppliers.purchase_orders (
  like platform.tenant_row including all,
  deleted_at              timestamptz,
  po_number               text not null check (length(po_number) <= 30),
  supplier_id             uuid not null,
  supplier_name           text not null check (length(supplier_name) <= 255),
  status                  text not null default 'draft'
                           check (status in ('draft', 'pending_approval', 'approved', 'ordered', 'partial_received', 'received', 'cancelled',
                                   'closed')),
  order_date              date not null default current_date,
  required_date           date,
  expected_delivery_date  date,
  actual_delivery_date    date,
  ship_to_location_id     uuid,
  ship_to_name            text check (length(ship_to_name) <= 200),
  ship_to_street1         text check (length(ship_to_street1) <= 200),
  ship_to_street2         text check (length(ship_to_street2) <= 200),
  ship_to_city            text check (length(ship_to_city) <= 100),
  ship_to_state           text check (length(ship_to_state) <= 100),
  ship_to_postcode        text check (length(ship_to_postcode) <= 20),
  ship_to_country         text check (length(ship_to_country) <= 2),
  is_drop_ship            boolean not null default false,
  drop_ship_order_id      uuid,
  job_id                  uuid,
  currency                text not null check (length(currency) = 3),
  exchange_rate           numeric(18,8),
  exchange_date           date,
  prices_include_tax      boolean not null default false,
  subtotal                numeric(12,2) not null default 0,
  discount_amount         numeric(12,2) not null default 0,
  tax_amount              numeric(12,2) not null default 0,
  shipping_amount         numeric(12,2) not null default 0,
  total_amount            numeric(12,2) not null default 0,
  total_amount_base       numeric(12,2) not null default 0,
  payment_terms           text not null default 'net_30'
                           check (payment_terms in ('net_7', 'net_15', 'net_30', 'net_45', 'net_60', 'end_of_month', 'cod', 'prepaid')),
  payment_due_date        date,
  price_agreement_id      uuid,
  submitted_by            uuid,
  submitted_at            timestamptz,
  approved_by             uuid,
  approved_at             timestamptz,
  approval_notes          text check (length(approval_notes) <= 1000),
  ordered_by              uuid,
  ordered_at              timestamptz,
  sent_to_email           text check (length(sent_to_email) <= 254),
  acknowledged_at         timestamptz,
  supplier_reference      text check (length(supplier_reference) <= 100),
  internal_reference      text check (length(internal_reference) <= 100),
  supplier_invoice_number text check (length(supplier_invoice_number) <= 100),
  supplier_invoice_date   date,
  supplier_invoice_amount numeric(12,2),
  invoice_match_status    text not null default 'not_received'
                           check (invoice_match_status in ('not_received', 'matched', 'price_variance', 'quantity_variance', 'accepted')),
  closed_by               uuid,
  closed_at               timestamptz,
  closed_reason           text check (length(closed_reason) <= 500),
  cancelled_by            uuid,
  cancelled_at            timestamptz,
  cancellation_reason     text check (length(cancellation_reason) <= 500),
  revision                integer not null default 0,
  notes                   text check (length(notes) <= 5000),
  internal_notes          text check (length(internal_notes) <= 5000),
  metadata                jsonb,
  check (total_amount = subtotal - discount_amount + tax_amount + shipping_amount),
  check (discount_amount >= 0),
  check (shipping_amount >= 0),
  check (required_date is null or required_date >= order_date),
  check ((approved_by is null) = (approved_at is null)),
  check ((closed_by is null) = (closed_at is null)),
  check (exchange_rate is null or exchange_rate > 0),
  check (is_drop_ship = false or drop_ship_order_id is not null),
  foreign key (organization_id, supplier_id) references suppliers.suppliers,
  foreign key (organization_id, price_agreement_id) references suppliers.price_agreements,
  foreign key (organization_id, submitted_by) references users.users,
  foreign key (organization_id, approved_by) references users.users,
  foreign key (organization_id, ordered_by) references users.users,
  foreign key (organization_id, closed_by) references users.users,
  foreign key (organization_id, cancelled_by) references users.users
);
create unique index purchase_orders_po_number_key on suppliers.purchase_orders (organization_id, po_number);
create index on suppliers.purchase_orders (organization_id, status, order_date);
create index on suppliers.purchase_orders (organization_id, supplier_id, order_date);
create index on suppliers.purchase_orders (organization_id, expected_delivery_date);
create index on suppliers.purchase_orders (organization_id, job_id);
create index on suppliers.purchase_orders (organization_id, drop_ship_order_id);
create index on suppliers.purchase_orders (organization_id, invoice_match_status);
create index on suppliers.purchase_orders (organization_id, price_agreement_id);
create index on suppliers.purchase_orders (organization_id, submitted_by);
create index on suppliers.purchase_orders (organization_id, approved_by);
create index on suppliers.purchase_orders (organization_id, ordered_by);
create index on suppliers.purchase_orders (organization_id, closed_by);
create index on suppliers.purchase_orders (organization_id, cancelled_by);
call platform.protect('suppliers.purchase_orders');
--rollback drop table suppliers.purchase_orders;
