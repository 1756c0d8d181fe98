--liquibase formatted sql

--changeset financial:011
create table financial.deferred_revenue (
  like platform.tenant_row including all,
  order_id                  uuid not null,
  order_payment_id          uuid,
  original_amount           numeric(12,2) not null,
  recognized_amount         numeric(12,2) not null default 0,
  remaining_amount          numeric(12,2) not null,
  deferral_date             date not null,
  expected_recognition_date date,
  status                    text not null default 'deferred' check (status in ('deferred', 'partially_recognized', 'fully_recognized')),
  reason                    text check (length(reason) <= 500),
  check (original_amount > 0),
  check (remaining_amount = original_amount - recognized_amount),
  check (recognized_amount between 0 and original_amount),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, order_payment_id) references orders.order_payments
);
create unique index deferred_revenue_order_payment_id_key on financial.deferred_revenue (organization_id, order_payment_id);
create index on financial.deferred_revenue (organization_id, order_id);
create index on financial.deferred_revenue (organization_id, status);
create index on financial.deferred_revenue (organization_id, expected_recognition_date);
call platform.protect('financial.deferred_revenue');
--rollback drop table financial.deferred_revenue;
