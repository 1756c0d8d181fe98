--liquibase formatted sql

--changeset new-till:001
create table new_till.sales (
  like platform.tenant_row including all,
  day      date not null,
  currency text not null check (length(currency) = 3),
  amount   numeric(12,2) not null check (amount > 0),
  worth    numeric(12,2) not null check (worth >= 0)
);
call platform.protect('new_till.sales');
--rollback drop table new_till.sales;
