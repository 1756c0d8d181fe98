--liquibase formatted sql

--changeset orders:010
create table orders.order_payments (
  like platform.tenant_row including all,
  order_id            uuid not null,
  payment_number      text not null check (length(payment_number) <= 50),
  amount              numeric(12,2) not null,
  payment_method      text not null check (payment_method in ('bank_transfer', 'credit_card', 'cash', 'cheque', 'paypal', 'stripe', 'xero')),
  payment_date        date not null,
  reference           text check (length(reference) <= 255),
  notes               text check (length(notes) <= 1000),
  is_refund           boolean not null default false,
  related_payment_id  uuid,
  recorded_by         uuid,
  provider            text check (length(provider) <= 50),
  provider_payment_id text check (length(provider_payment_id) <= 255),
  surcharge_amount    numeric(12,2) not null default 0,
  voided_at           timestamptz,
  voided_by           uuid,
  void_reason         text check (length(void_reason) <= 500),
  client_key          text check (length(client_key) <= 128),
  check (amount > 0),
  check (is_refund = (related_payment_id is not null)),
  check (voided_at is null or void_reason is not null),
  check (surcharge_amount >= 0),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, related_payment_id) references orders.order_payments,
  foreign key (organization_id, recorded_by) references users.users,
  foreign key (organization_id, voided_by) references users.users
);
create unique index order_payments_payment_number_key on orders.order_payments (organization_id, payment_number);
create unique index order_payments_provider_provider_payment_id_key on orders.order_payments (organization_id, provider, provider_payment_id)
  where provider_payment_id is not null;
create unique index order_payments_client_key_key on orders.order_payments (organization_id, client_key)
  where client_key is not null;
create index on orders.order_payments (organization_id, order_id, payment_date);
create index on orders.order_payments (organization_id, payment_date);
create index on orders.order_payments (organization_id, payment_method, payment_date);
create index on orders.order_payments (organization_id, related_payment_id);
create index on orders.order_payments (organization_id, recorded_by);
create index on orders.order_payments (organization_id, voided_by);
call platform.protect('orders.order_payments');
--rollback drop table orders.order_payments;
