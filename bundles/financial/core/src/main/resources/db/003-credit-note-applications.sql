--liquibase formatted sql

--changeset financial:003
create table financial.credit_note_applications (
  like platform.tenant_row including all,
  credit_note_id   uuid not null,
  use              text not null default 'order' check (use in ('order', 'refund')),
  order_id         uuid,
  amount           numeric(12,2) not null,
  applied_on       date not null,
  applied_by       uuid,
  refund_method    text check (length(refund_method) <= 30),
  refund_reference text check (length(refund_reference) <= 255),
  reversed_at      timestamptz,
  reversed_by      uuid,
  reverse_reason   text check (length(reverse_reason) <= 500),
  check (amount > 0),
  check ((use = 'order') = (order_id is not null)),
  check (reversed_at is null or reverse_reason is not null),
  foreign key (organization_id, credit_note_id) references financial.credit_notes,
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, applied_by) references users.users,
  foreign key (organization_id, reversed_by) references users.users
);
create index on financial.credit_note_applications (organization_id, credit_note_id);
create index on financial.credit_note_applications (organization_id, order_id);
create index on financial.credit_note_applications (organization_id, applied_on);
create index on financial.credit_note_applications (organization_id, applied_by);
create index on financial.credit_note_applications (organization_id, reversed_by);
call platform.protect('financial.credit_note_applications');
--rollback drop table financial.credit_note_applications;
