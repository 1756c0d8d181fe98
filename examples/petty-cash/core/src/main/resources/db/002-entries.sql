--liquibase formatted sql

--changeset petty-cash:002
create table petty_cash.entries (
  like platform.tenant_row including all,
  number      text not null check (length(number) <= 30),
  box_id      uuid not null,
  day         date not null,
  kind        text not null check (kind in ('receipt', 'payment')),
  amount      numeric(12,2) not null check (amount > 0),
  category    text check (category in ('office', 'travel', 'postage', 'meals', 'other')),
  customer_id uuid,
  note        text check (length(note) <= 500),
  check ((kind = 'payment') = (category is not null)),
  foreign key (organization_id, box_id) references petty_cash.boxes,
  foreign key (organization_id, customer_id) references customers.customers
);
create unique index entries_number_key on petty_cash.entries (organization_id, number);
create index on petty_cash.entries (organization_id, box_id, day);
create index on petty_cash.entries (organization_id, customer_id);
create index on petty_cash.entries (organization_id, created_at);
call platform.protect('petty_cash.entries');
--rollback drop table petty_cash.entries;
