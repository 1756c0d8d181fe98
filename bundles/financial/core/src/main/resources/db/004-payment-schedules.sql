--liquibase formatted sql

--changeset financial:004
create table financial.payment_schedules (
  like platform.tenant_row including all,
  order_id          uuid not null,
  plan_type         text not null default 'fifty_fifty' check (plan_type in ('fifty_fifty', 'thirds', 'monthly', 'custom')),
  installment_no    integer not null,
  description       text check (length(description) <= 255),
  due_trigger       text not null default 'fixed_date'
                     check (due_trigger in ('fixed_date', 'on_confirmation', 'on_shipment', 'on_delivery')),
  offset_days       integer not null default 0,
  due_date          date,
  amount            numeric(12,2) not null default 0,
  tax_amount        numeric(12,2) not null default 0,
  paid_amount       numeric(12,2) not null default 0,
  status            text not null default 'pending' check (status in ('pending', 'due', 'paid', 'overdue')),
  paid_at           timestamptz,
  payment_reference text check (length(payment_reference) <= 255),
  notes             text check (length(notes) <= 1000),
  check (installment_no > 0),
  check (amount > 0),
  check (tax_amount between 0 and amount),
  check (paid_amount between 0 and amount),
  check (status <> 'paid' or paid_amount = amount),
  check (due_trigger <> 'fixed_date' or due_date is not null),
  foreign key (organization_id, order_id) references orders.orders
);
create unique index payment_schedules_order_id_installment_no_key on financial.payment_schedules (organization_id, order_id, installment_no);
create index on financial.payment_schedules (organization_id, status, due_date);
create index on financial.payment_schedules (organization_id, due_date);
call platform.protect('financial.payment_schedules');
--rollback drop table financial.payment_schedules;
