--liquibase formatted sql

--changeset orders:011
create table orders.order_credits (
  like platform.tenant_row including all,
  order_id      uuid not null,
  source        text not null check (source in ('credit_note', 'deposit_transfer', 'write_off')),
  source_id     uuid not null,
  source_number text check (length(source_number) <= 50),
  amount        numeric(12,2) not null,
  applied_on    date not null,
  released_at   timestamptz,
  released_by   uuid,
  check (amount > 0),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, released_by) references users.users
);
create unique index order_credits_source_source_id_key on orders.order_credits (organization_id, source, source_id);
create index on orders.order_credits (organization_id, order_id);
create index on orders.order_credits (organization_id, released_by);
call platform.protect('orders.order_credits');
--rollback drop table orders.order_credits;
