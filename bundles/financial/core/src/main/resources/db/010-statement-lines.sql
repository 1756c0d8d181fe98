--liquibase formatted sql

--changeset financial:010
create table financial.statement_lines (
  like platform.tenant_row including all,
  statement_id    uuid not null,
  line_number     integer not null,
  entry_date      date not null,
  entry_type      text not null check (entry_type in ('opening', 'invoice', 'payment', 'refund', 'credit', 'credit_refund')),
  order_id        uuid,
  document_number text check (length(document_number) <= 50),
  description     text not null check (length(description) <= 255),
  debit           numeric(12,2) not null default 0,
  credit          numeric(12,2) not null default 0,
  balance         numeric(12,2) not null default 0,
  check (debit >= 0 and credit >= 0),
  check (debit = 0 or credit = 0),
  foreign key (organization_id, statement_id) references financial.statement_history,
  foreign key (organization_id, order_id) references orders.orders
);
create unique index statement_lines_statement_id_line_number_key on financial.statement_lines (organization_id, statement_id, line_number);
create index on financial.statement_lines (organization_id, order_id);
call platform.protect('financial.statement_lines');
--rollback drop table financial.statement_lines;
