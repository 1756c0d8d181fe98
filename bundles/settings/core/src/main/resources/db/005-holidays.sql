--liquibase formatted sql

--changeset settings:040
create table settings.organization_holidays (
  like platform.tenant_row including all,
  name         text    not null check (length(name) <= 100),
  date         date    not null,
  is_recurring boolean not null default false,
  region       text    not null default '' check (length(region) <= 50),
  description  text    check (length(description) <= 500),
  constraint organization_holidays_date_region_key unique (organization_id, date, region)
);
create index on settings.organization_holidays (organization_id, is_recurring);
call platform.protect('settings.organization_holidays');
--rollback drop table settings.organization_holidays;
