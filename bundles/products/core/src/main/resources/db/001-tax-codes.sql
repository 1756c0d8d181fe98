--liquibase formatted sql

--changeset products:001
create table products.tax_codes (
  like platform.tenant_row including all,
  code           text not null check (length(code) <= 20),
  name           text not null check (length(name) <= 100),
  tax_type       text not null default 'gst' check (tax_type in ('gst', 'gst_free', 'input_taxed', 'export')),
  rate           numeric(5,2) not null default 0,
  next_rate      numeric(5,2),
  next_rate_from date,
  is_default     boolean not null default false,
  is_active      boolean not null default true,
  check (rate between 0 and 100),
  check (next_rate is null or next_rate between 0 and 100),
  check ((next_rate is null) = (next_rate_from is null)),
  check (tax_type in ('gst') or rate = 0)
);
create unique index tax_codes_code_key on products.tax_codes (organization_id, code);
create unique index tax_codes_is_default_key on products.tax_codes (organization_id, is_default)
  where is_default;
create index on products.tax_codes (organization_id, is_default);
call platform.protect('products.tax_codes');
--rollback drop table products.tax_codes;
