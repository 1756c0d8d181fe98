--liquibase formatted sql

--changeset financial:005
create table financial.payment_schedule_payments (
  like platform.tenant_row including all,
  payment_schedule_id uuid not null,
  order_id            uuid not null,
  order_payment_id    uuid not null,
  amount              numeric(12,2) not null,
  check (amount > 0),
  foreign key (organization_id, payment_schedule_id) references financial.payment_schedules,
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, order_payment_id) references orders.order_payments
);
create unique index payment_schedule_payments_order_payment_id_key on financial.payment_schedule_payments (organization_id, payment_schedule_id, order_payment_id);
create index on financial.payment_schedule_payments (organization_id, order_payment_id);
create index on financial.payment_schedule_payments (organization_id, order_id);
call platform.protect('financial.payment_schedule_payments');
--rollback drop table financial.payment_schedule_payments;
