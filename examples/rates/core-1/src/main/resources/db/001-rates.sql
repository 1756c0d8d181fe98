--liquibase formatted sql

--changeset rates:001
create table rates.rates (
  like platform.tenant_row including all,
  currency text not null check (length(currency) = 3),
  since    date not null,
  value    numeric(18,8) not null check (value > 0)
);
create unique index rates_currency_since_key on rates.rates (organization_id, currency, since);
call platform.protect('rates.rates');
--rollback drop table rates.rates;
