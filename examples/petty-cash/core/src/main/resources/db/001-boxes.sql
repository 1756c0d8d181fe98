--liquibase formatted sql

--changeset petty-cash:001
create table petty_cash.boxes (
  like platform.tenant_row including all,
  name      text not null check (length(name) <= 100),
  location  text check (length(location) <= 200),
  balance   numeric(12,2) not null default 0 check (balance >= 0),
  status    text not null default 'open' check (status in ('open', 'closed')),
  closed_on date
);
create unique index boxes_name_key on petty_cash.boxes (organization_id, name);
call platform.protect('petty_cash.boxes');
--rollback drop table petty_cash.boxes;
