--liquibase formatted sql

--changeset old-till:001
create table old_till.sales (
  like platform.tenant_row including all,
  day      date not null,
  currency text not null check (length(currency) = 3),
  amount   numeric(12,2) not null check (amount > 0),
  worth    numeric(12,2) not null check (worth >= 0)
);
call platform.protect('old_till.sales');
--rollback drop table old_till.sales;
